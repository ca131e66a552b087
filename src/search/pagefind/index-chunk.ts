import { type CBORType, decodeCBOR } from "@levischuck/tiny-cbor";

/** The occurrences of a key: papers by number in ascending order, and its positions in each. */
export interface Postings {
  papers: number[];
  positions: number[][];
}

/** The version of Pagefind whose format is read and written here. */
export const pagefindVersion = "1.6.0";

/** What to do about an index that is not as `pagefindVersion` writes it. */
export const formatHelp = `Install pagefind@${pagefindVersion}, or adapt src/search/pagefind/ to the new format and run tests/search/pagefind/format.test.ts.`;

/** The first bytes of every file of Pagefind's index, in ASCII. */
export const signature = "pagefind_dcd";

/**
 * Reads a chunk of Pagefind's word index, decompressed. After the signature it is one CBOR value:
 *
 *     [words]
 *     word: [key, pages, variants]           in the order of the keys' bytes
 *     page: [delta, positions, metadata]     delta: from the previous page's number
 *     positions: [-weight - 1, first, delta, …]
 *
 * Variants and metadata are empty for the records that `toRecord` makes. Throws a TypeError that
 * names the first part with another structure.
 */
export function readIndexChunk(bytes: Uint8Array): Map<string, Postings> {
  const start = new TextDecoder("utf-8").decode(bytes.subarray(0, signature.length));
  if (start !== signature) throw unexpected("The first bytes", `“${signature}”`, start);
  const offset = bytes.byteOffset + signature.length;
  const body = new DataView(bytes.buffer, offset, bytes.byteLength - signature.length);
  const [words] = tuple(decodeCBOR(body), 1, "the index");
  const chunk = new Map<string, Postings>();
  for (const [at, word] of list(words, "words").entries()) {
    const [key, pages] = tuple(word, 3, `words[${at}]`);
    if (typeof key !== "string") throw unexpected(`words[${at}].key`, "a text", key);
    chunk.set(key, readPages(pages, `words[${at}].pages`));
  }
  return chunk;
}

function readPages(value: CBORType | undefined, path: string): Postings {
  const postings: Postings = { papers: [], positions: [] };
  let paper = 0;
  for (const [at, page] of list(value, path).entries()) {
    const [delta, positions] = tuple(page, 3, `${path}[${at}]`);
    paper += integer(delta, `${path}[${at}].delta`);
    postings.papers.push(paper);
    postings.positions.push(readPositions(positions, `${path}[${at}].positions`));
  }
  return postings;
}

/** A negative number sets the weight of the positions after it, and the next one is no delta. */
function readPositions(value: CBORType | undefined, path: string): number[] {
  const positions: number[] = [];
  let position = 0;
  for (const item of list(value, path)) {
    const delta = integer(item, path);
    position = delta < 0 ? 0 : position + delta;
    if (delta >= 0) positions.push(position);
  }
  return positions.sort((a, b) => a - b);
}

function list(value: CBORType | undefined, path: string): CBORType[] {
  if (Array.isArray(value)) return value;
  throw unexpected(path, "a list", value);
}

function tuple(value: CBORType | undefined, length: number, path: string): CBORType[] {
  const items = list(value, path);
  if (items.length === length) return items;
  throw unexpected(path, `a list of ${length}`, items);
}

function integer(value: CBORType | undefined, path: string): number {
  if (typeof value === "number" && Number.isInteger(value)) return value;
  throw unexpected(path, "a whole number", value);
}

function unexpected(path: string, expected: string, found: unknown): TypeError {
  const shown = Array.isArray(found) ? `a list of ${found.length}` : `“${String(found)}”`;
  return new TypeError(
    `Pagefind's index has another format: ${path} should be ${expected}, but is ${shown}. ${formatHelp}`,
  );
}
