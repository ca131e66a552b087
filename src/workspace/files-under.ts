import { walkFolder } from "./walk-folder.ts";

/** All files under a folder, relative to it, with `/`, sorted. Empty if there is no such folder. */
export function filesUnder(folder: string): string[] {
  return walkFolder(folder, { followLinks: false }).files;
}
