import { openArchiveStore, removeArchive } from "./archive-store.ts";
import { setDownloadFlag } from "./download-flag.ts";
import { siteRoot } from "./site-root.ts";
import { clearVisited } from "./visited-pages-cache.ts";

/** Removes everything that is stored for reading offline: visited pages and the archive. */
export async function removeOffline(): Promise<void> {
  const root = siteRoot();
  if (!root || !isSecureContext) return;
  setDownloadFlag(root, false);
  await clearVisited(root);
  const store = await openArchiveStore(root);
  await removeArchive(store);
  store.close();
}
