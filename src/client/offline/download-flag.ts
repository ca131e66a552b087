import { storageNames } from "./storage-names.ts";

/** Records that the archive is wanted, where `start-offline.ts` sees it without opening a database. */
export function setDownloadFlag(root: URL, wanted: boolean): void {
  const name = storageNames(root).downloadFlag;
  try {
    if (wanted) localStorage.setItem(name, "yes");
    else localStorage.removeItem(name);
  } catch {
    // Without the flag, the archive is only updated on the page for reading offline.
  }
}
