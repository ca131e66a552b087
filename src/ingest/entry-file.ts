import { createHash } from "node:crypto";

/** Files on disk under the folder of entries, by relative path. */
export type FilesOnDisk = ReadonlyMap<string, string>;

/** The id of the paper whose entry has this path. */
export function idOfPath(path: string): string {
  return path.slice(path.lastIndexOf("/") + 1).replace(/\.mdx$/, "");
}

/**
 * Whether this stage made a file (`foreign` if not), and whether a person has changed it since
 * then.
 */
export function stateOfFile(text: string): "made" | "edited" | "foreign" {
  const match = /^---\n# Made by [^\n]*\n# Digest: ([0-9a-f]+)\n([\s\S]*)$/.exec(
    text.replace(/\r\n/g, "\n"),
  );
  if (!match?.[2]) return "foreign";
  return digestOfEntry(match[2]) === match[1] ? "made" : "edited";
}

/** The digest in the comment at the top of an entry, of all below it. */
export function digestOfEntry(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
