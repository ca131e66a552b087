import { keepingOn, openDevice } from "./device.ts";
import { buildOnServer, keepArchive } from "./download-archive.ts";

/**
 * Goes on with keeping the archive, or brings a newer build, while the reader reads. It ends with the
 * page and the next page takes it up; the build that is there stays readable until another is whole.
 */
async function updateInBackground(root: URL): Promise<void> {
  const connection: unknown = Reflect.get(navigator, "connection");
  if (typeof connection === "object" && connection && Reflect.get(connection, "saveData")) return;
  try {
    const device = await openDevice(root);
    const { wanted, kept } = await keepingOn(device);
    const there = wanted ? await buildOnServer(root) : undefined;
    if (there && there.build !== kept?.build) {
      const { signal } = new AbortController();
      await keepArchive(device, root, { signal, onProgress: () => {} });
    }
    device.close();
  } catch {
    // Nothing of this is the reader's concern here: the offline page says how things stand.
  }
}

addEventListener("message", ({ data }) => {
  if (typeof data === "string") void updateInBackground(new URL(data)).then(() => close());
});
