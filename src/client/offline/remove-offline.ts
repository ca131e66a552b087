import { openDevice, removeArchive } from "./device.ts";
import { keepingFlag } from "./register.ts";
import { siteRoot } from "./site-root.ts";
import { forgetAllRead } from "./visited-pages-cache.ts";

/** Removes all that is on the device for reading offline: the pages that were read, and the archive. */
export async function removeOffline(): Promise<void> {
  const root = siteRoot();
  if (!root || !isSecureContext) return;
  keepingFlag(root).set(false);
  await forgetAllRead(root);
  const device = await openDevice(root);
  await removeArchive(device);
  device.close();
}
