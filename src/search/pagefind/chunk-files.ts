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

/** Whether a path under the site's root is that of a chunk. */
export function isChunkPath(path: string): boolean {
  return path.startsWith(`${folder}/`) && path.endsWith(".pf_index");
}

/**
 * The chunk in a file that Pagefind made, `und_1a2b` of `index/und_1a2b.pf_index`; undefined for
 * other files.
 */
export function chunkOfFile(path: string): string | undefined {
  return /^index[\\/]([^\\/]+)\.pf_index$/.exec(path)?.[1];
}

/** Compares two keys as Pagefind orders them in chunks: by their UTF-8 bytes. */
export function comparePagefindOrder(one: string, other: string): number {
  const [a, b] = [[...one], [...other]];
  for (const [index, character] of a.entries()) {
    const difference = (character.codePointAt(0) ?? 0) - (b[index]?.codePointAt(0) ?? -1);
    if (difference !== 0) return difference;
  }
  return a.length - b.length;
}
