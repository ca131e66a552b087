import { createHash } from "node:crypto";
import { CborWriter } from "./cbor-writer.ts";
import { signature } from "./index-chunk.ts";

/** Where keys occur: papers and positions in ascending order, those of a key from its start on. */
export interface Occurrences {
  /** In Pagefind's order. */
  keys: readonly string[];
  /** One for each key, and at the end how many occurrences there are. */
  starts: Int32Array;
  papers: Int32Array;
  positions: Int32Array;
}

/**
 * The language under which Pagefind would file the records. It does not stem or split the words of an
 * undetermined language: `normalise` has done both, in the same way as for the query.
 */
export const indexLanguage = "und";

/** A chunk of the word index, as Pagefind has it before it is compressed. */
export interface WordChunk {
  /** Its name, which has a hash of its bytes. */
  chunk: string;
  bytes: Uint8Array;
  /** The index of its first key, and the index after its last one. */
  first: number;
  end: number;
}

/** Occurrences from which a chunk is full. A search loads a chunk for each of its words, so chunks are small. */
export const fullChunk = 1000;

/** How many digits of its hash are in the name of a chunk, and by how many more while it is taken. */
const [hashDigits, moreDigits] = [7, 2];

/**
 * Writes the chunks that Pagefind would make of one record for each paper, with its keys as the text: the
 * same bytes under the same names, in a fraction of its time and memory.
 * `tests/search/pagefind/write-chunks.test.ts` compares the two.
 */
export function* writeChunks(index: Occurrences): Generator<WordChunk> {
  const names = new Set<string>();
  let first = 0;
  let size = 0;
  for (const key of index.keys.keys()) {
    size += sizeOf(index, key);
    const end = key + 1;
    if (size < fullChunk && end < index.keys.length) continue;
    const bytes = encode(index, first, end);
    yield { chunk: nameOf(bytes, names), bytes, first, end };
    first = end;
    size = 0;
  }
}

/** The size of a key in a chunk by Pagefind's count: its occurrences, and 2 for each paper. */
function sizeOf(index: Occurrences, key: number): number {
  const [start, end] = rangeOf(index, key);
  return end - start + 2 * papersOf(index, start, end);
}

function rangeOf({ starts }: Occurrences, key: number): [start: number, end: number] {
  return [starts[key] ?? 0, starts[key + 1] ?? 0];
}

function papersOf({ papers }: Occurrences, start: number, end: number): number {
  let count = 0;
  for (let at = start; at < end; at += 1) {
    if (at === start || papers[at] !== papers[at - 1]) count += 1;
  }
  return count;
}

function nameOf(bytes: Uint8Array, names: Set<string>): string {
  const digest = createHash("sha1").update(bytes.subarray(signature.length)).digest();
  // Pagefind writes a byte below 16 as one digit.
  const hash = [...digest].map((byte) => byte.toString(16)).join("");
  let digits = hashDigits;
  while (names.has(hash.slice(0, digits)) && digits < hash.length) digits += moreDigits;
  const name = hash.slice(0, digits);
  names.add(name);
  return `${indexLanguage}_${name}`;
}

/** The marker of the weight that Pagefind gives to all words of a record. */
const weightMarker = -25;

/** Encodes keys with their occurrences; `readIndexChunk` tells the structure. */
function encode(index: Occurrences, first: number, end: number): Uint8Array {
  const cbor = new CborWriter(new TextEncoder().encode(signature));
  cbor.list(1);
  cbor.list(end - first);
  for (let key = first; key < end; key += 1) {
    const [start, stop] = rangeOf(index, key);
    cbor.list(3);
    cbor.text(index.keys[key] ?? "");
    cbor.list(papersOf(index, start, stop));
    let previous = 0;
    for (let at = start; at < stop; ) {
      const paper = index.papers[at] ?? 0;
      let next = at;
      while (next < stop && index.papers[next] === paper) next += 1;
      cbor.list(3);
      cbor.integer(paper - previous);
      previous = paper;
      cbor.list(next - at + 1);
      cbor.integer(weightMarker);
      let position = 0;
      for (; at < next; at += 1) {
        cbor.integer((index.positions[at] ?? 0) - position);
        position = index.positions[at] ?? 0;
      }
      cbor.list(0);
    }
    cbor.list(0);
  }
  return cbor.bytes();
}
