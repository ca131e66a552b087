import { type Cbor, readCbor } from "./cbor.ts";

/** Where a word stands: papers by number in rising order, and the word's places in each. */
export interface Postings {
  papers: number[];
  places: number[][];
}

const signature = "pagefind_dcd";

/**
 * Reads a chunk of Pagefind's word index (`index/*.pf_index`, version 1.6, unpacked): words in the
 * order of their characters, each with the papers that have it.
 */
export function readIndexChunk(bytes: Uint8Array): Map<string, Postings> {
  const head = new TextDecoder("utf-8").decode(bytes.subarray(0, signature.length));
  if (head !== signature) throw new TypeError("This is no file of Pagefind's index.");
  const [words] = list(readCbor(bytes, signature.length));
  const chunk = new Map<string, Postings>();
  for (const entry of list(words)) {
    const [word, pages] = list(entry);
    if (typeof word === "string") chunk.set(word, postings(list(pages)));
  }
  return chunk;
}

function postings(pages: Cbor[]): Postings {
  const found: Postings = { papers: [], places: [] };
  let paper = 0;
  for (const page of pages) {
    const [step, places] = list(page);
    if (typeof step !== "number") throw new TypeError("A page of Pagefind's index has no number.");
    paper += step;
    const at = placesOf(list(places));
    // A word of the metadata only: the index of the content has all that is searched.
    if (at.length === 0) continue;
    found.papers.push(paper);
    found.places.push(at);
  }
  return found;
}

/** Steps from place to place; a negative number changes the weight, and the next is no step. */
function placesOf(steps: Cbor[]): number[] {
  const places: number[] = [];
  let at = 0;
  for (const step of steps) {
    if (typeof step !== "number") throw new TypeError("A place in Pagefind's index is no number.");
    if (step < 0) {
      at = 0;
      continue;
    }
    at += step;
    places.push(at);
  }
  return places.sort((a, b) => a - b);
}

function list(value: Cbor | undefined): Cbor[] {
  if (Array.isArray(value)) return value;
  throw new TypeError("Pagefind's index has another form than that of version 1.6.");
}
