/**
 * The files of Pagefind's index that a built site has: the chunks of its word index, which are all
 * that the search page loads.
 *
 * Pagefind's own client is not shipped. Records hold stems and normalised keys instead of the papers'
 * text (`Schrödinger` is `schroding` and `schroeding`, `L^2` is `l2`), so that client would find only
 * words that are their own key, and its excerpts would show keys. An index that works for both would
 * need every paper twice. Its client, page list and fragments were half of the bytes in `dist/`.
 */
export const pagefindFolder = "pagefind";

const folder = `${pagefindFolder}/index`;

/** The path of a chunk under the site's root; the folder has the name that Pagefind gives it. */
export function chunkPath(chunk: string): string {
  return `${folder}/${chunk}.pf_index`;
}

/** Whether a name of a chunk is one that Pagefind gives: a language and a hash. */
export function isPagefindChunk(chunk: string): boolean {
  return chunk.includes("_");
}

/** Whether a path under the site's root is that of a chunk. */
export function isChunkPath(path: string): boolean {
  return path.startsWith(`${folder}/`) && path.endsWith(".pf_index");
}

/** The name of the chunk in a file that Pagefind writes, by its path in the index; undefined for its other files. */
export function chunkOfFile(path: string): string | undefined {
  return /^index[\\/]([^\\/]+)\.pf_index$/.exec(path)?.[1];
}

/** Compares two keys as Pagefind orders them in chunks: by their UTF-8 bytes. */
export function comparePagefindOrder(one: string, other: string): number {
  const length = Math.min(one.length, other.length);
  for (let at = 0; at < length; at += 1) {
    const [a, b] = [one.charCodeAt(at), other.charCodeAt(at)];
    if (a === b) continue;
    // Half a surrogate pair is a part of a character that is after all of one code unit.
    return isSurrogate(a) === isSurrogate(b) ? a - b : isSurrogate(a) ? 1 : -1;
  }
  return one.length - other.length;
}

function isSurrogate(unit: number): boolean {
  return unit >= 0xd800 && unit <= 0xdfff;
}
