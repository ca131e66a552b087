import { mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** A path without odd characters to a folder. `remove` ends it. */
export interface PlainPath {
  path: string;
  remove: () => void;
}

/**
 * A plain path to a folder, which has to exist: Vite reads "#", "?", "%" and "*" in a path as parts of
 * an address or a pattern, and so does Node in some places. It is a link if the own path of the folder
 * has such characters.
 */
export function plainPathTo(folder: string): PlainPath {
  if (!/[#?%*]/.test(folder)) return { path: folder, remove: () => {} };
  const around = mkdtempSync(join(tmpdir(), "offprint-"));
  const path = join(around, "folder");
  symlinkSync(folder, path, "junction");
  return { path, remove: () => rmSync(around, { recursive: true, force: true }) };
}
