import { constants, copyFileSync, linkSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { hasCode } from "./system-error.ts";

/** Gives a file a second name, or copies it where links are not possible. Throws if the name is taken. */
export function linkFile(source: string, target: string): void {
  mkdirSync(dirname(target), { recursive: true });
  try {
    linkSync(source, target);
  } catch (error) {
    if (hasCode(error, "EEXIST", "ENOENT")) throw error;
    // Another disk, or one that knows no links.
    copyFileSync(source, target, constants.COPYFILE_EXCL);
  }
}
