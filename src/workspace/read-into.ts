import { closeSync, openSync, readSync } from "node:fs";

/**
 * Reads a file into memory that there is, from a place on, and returns the end of what was read. Memory that is new for each
 * of ten thousand files lets Node look through all of a large archive each time that some of it could be free. Throws an
 * Error if the file has another size.
 */
export function readInto(bytes: Uint8Array, start: number, file: string, size: number): number {
  const opened = openSync(file, "r");
  try {
    let end = start;
    while (end < start + size) {
      const read = readSync(opened, bytes, end, start + size - end, null);
      if (read === 0) throw new Error(`${file} has become shorter while it was read`);
      end += read;
    }
    return end;
  } finally {
    closeSync(opened);
  }
}
