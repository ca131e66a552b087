import { createHash, hash } from "node:crypto";
import { closeSync, openSync, readSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { sumsFile } from "./built-files.ts";
import { type Walked, walkFolder } from "./walk-folder.ts";

/** SHA-256 digests in hexadecimal, by path relative to the site. */
export type Checksums = ReadonlyMap<string, string>;

/** The SHA-256 digest of bytes, in hexadecimal. */
export function digestOf(bytes: Uint8Array | string): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/**
 * Writes the checksums of a finished site into it. Nothing may change in the site afterwards. Files whose checksums are
 * known are not read: those that it has of another site, and those whose digests were needed before.
 */
export async function writeChecksums(
  folder: string,
  kept?: { sums: Checksums; paths: ReadonlySet<string> },
  made: Checksums = new Map(),
): Promise<void> {
  const sums = new Map<string, string>();
  for (const path of publishedFiles(folder).files) {
    const known = kept?.paths.has(path) ? kept.sums.get(path) : made.get(path);
    sums.set(path, known ?? (await digestOfFile(join(folder, path))));
  }
  await writeFile(join(folder, sumsFile), formatChecksums(sums));
}

/**
 * The files of a site that its checksums are about, and what is there but cannot be read: all but the
 * checksums themselves, and but the owner's repository.
 */
export function publishedFiles(folder: string): Walked {
  const { files, unread } = walkFolder(folder, { followLinks: false });
  const isPublished = (path: string) => path !== sumsFile && !/(?:^|\/)\.git(?:\/|$)/.test(path);
  return {
    files: files.filter(isPublished),
    unread: unread.filter(({ path }) => isPublished(path)),
  };
}

/** What is read of a file at a time. The same memory for all files: see `readInto`. */
const part = Buffer.allocUnsafe(1024 * 1024);

/** The digest of a file, without holding all of a large one in memory. */
export async function digestOfFile(file: string): Promise<string> {
  const opened = openSync(file, "r");
  try {
    let size = readPart(opened);
    if (size < part.length) return hash("sha256", part.subarray(0, size));
    const digest = createHash("sha256");
    for (; size > 0; size = readPart(opened)) digest.update(part.subarray(0, size));
    return digest.digest("hex");
  } finally {
    closeSync(opened);
  }
}

/** How much there was left of a file: less than a whole part at its end. */
function readPart(opened: number): number {
  let size = 0;
  // Some disks give less at a time than there is.
  for (let read = -1; read !== 0 && size < part.length; size += read) {
    read = readSync(opened, part, size, part.length - size, null);
  }
  return size;
}

/** Checksums as `sha256sum` writes and checks them, sorted by path. */
export function formatChecksums(sums: Checksums): string {
  return [...sums]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([path, digest]) => {
      const escaped = path.replace(/[\\\n\r]/g, (character) => escapes[character] ?? character);
      return `${escaped === path ? "" : "\\"}${digest}  ${escaped}\n`;
    })
    .join("");
}

const escapes: Record<string, string> = { "\\": "\\\\", "\n": "\\n", "\r": "\\r" };

/**
 * Reads checksums, and says which lines are none. A path that leads out of the site is not accepted:
 * whoever serves the file could make a command read or ask for anything.
 */
export function parseChecksums(text: string): { sums: Checksums; badLines: number[] } {
  const sums = new Map<string, string>();
  const badLines: number[] = [];
  for (const [index, line] of text.split("\n").entries()) {
    if (line === "") continue;
    const [, escaped, digest, written = ""] = /^(\\?)([0-9a-f]{64}) [ *](.+)$/.exec(line) ?? [];
    const path = escaped === "" ? written : written.replace(/\\([\\nr])/g, unescaped);
    const isInside = path !== "" && !/^(?:[/\\]|[A-Za-z]:)|(?:^|[/\\])\.\.(?:[/\\]|$)/.test(path);
    if (digest === undefined || !isInside) badLines.push(index + 1);
    else sums.set(path, digest);
  }
  return { sums, badLines };
}

function unescaped(_: string, character: string): string {
  return character === "n" ? "\n" : character === "r" ? "\r" : "\\";
}
