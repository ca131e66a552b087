import { constants, copyFileSync, existsSync, linkSync, mkdirSync } from "node:fs";
import { dirname } from "node:path";
import { hasCode } from "./system-error.ts";

/** Gives a file a second name, or copies it where links are not possible. Throws if the name is taken. */
export function linkFile(source: string, target: string): void {
  try {
    linkOrCopy(source, target);
  } catch (error) {
    // Most files have a folder already, which one of the others needed before.
    if (!hasCode(error, "ENOENT") || existsSync(dirname(target))) throw error;
    mkdirSync(dirname(target), { recursive: true });
    linkOrCopy(source, target);
  }
}

function linkOrCopy(source: string, target: string): void {
  try {
    linkSync(source, target);
  } catch (error) {
    if (hasCode(error, "EEXIST", "ENOENT")) throw error;
    // Another disk, or one that knows no links.
    copyFileSync(source, target, constants.COPYFILE_EXCL);
  }
}
