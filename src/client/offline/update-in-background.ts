import { openArchiveStore, readState } from "./archive-store.ts";
import { downloadArchive, fetchBuildSummary } from "./download-archive.ts";

/**
 * Resumes a download, or downloads a newer build, while the reader reads. It ends with the page, and
 * the next page resumes it. The stored build stays readable until the newer one is complete.
 */
async function updateInBackground(root: URL): Promise<void> {
  const connection: unknown = Reflect.get(navigator, "connection");
  if (typeof connection === "object" && connection && Reflect.get(connection, "saveData")) return;
  try {
    const store = await openArchiveStore(root);
    const { wanted, kept } = await readState(store);
    const latest = wanted ? await fetchBuildSummary(root) : undefined;
    if (latest && latest.build !== kept?.build) {
      const { signal } = new AbortController();
      await downloadArchive(store, root, { signal, onProgress: () => {} });
    }
    store.close();
  } catch {
    // Not reported: the page for reading offline shows the state of the download.
  }
}

addEventListener("message", ({ data }) => {
  if (typeof data === "string") void updateInBackground(new URL(data)).then(() => close());
});
