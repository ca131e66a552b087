import * as pagefind from "pagefind";
import { chunkOfFile } from "../search/pagefind/chunk-files.ts";
import { indexLanguage, type PagefindRecord } from "../search/pagefind/record.ts";

/** A chunk of Pagefind's word index, as Pagefind compressed it. */
export interface ChunkFile {
  chunk: string;
  bytes: Uint8Array;
}

/** Words in one chunk. A search loads a chunk for each of its words, so chunks are small. */
const wordsPerChunk = 1000;

/** A paper that Pagefind does not index, and why. */
export interface RefusedPaper {
  id: string;
  reason: string;
}

/** What Pagefind made of records. */
export interface MadeIndex {
  /** Sorted by name. */
  chunks: ChunkFile[];
  refused: RefusedPaper[];
}

/** How many records are on their way to Pagefind at once. It numbers them in the order of their arrival. */
const recordsAtOnce = 256;

/**
 * Indexes records with Pagefind. A record that it refuses is indexed by its last word alone, so that
 * the others keep their numbers.
 */
export async function runPagefind(records: readonly PagefindRecord[]): Promise<MadeIndex> {
  // Pagefind has no option for it; its default is 20,000.
  process.env["PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE"] = String(wordsPerChunk);
  const refused = new Map<string, RefusedPaper>();
  try {
    for (;;) {
      const index = await startIndex();
      // A record after a refused one has a wrong number, so all are added again.
      if ((await addRecords(index, records, refused)) > 0) continue;
      const made = await index.getFiles();
      if (made.errors.length > 0) throw failure("write its index", made.errors);
      const chunks = made.files
        .flatMap(({ path, content }) => {
          const chunk = chunkOfFile(path);
          return chunk === undefined ? [] : [{ chunk, bytes: content }];
        })
        .sort((a, b) => (a.chunk < b.chunk ? -1 : 1));
      return { chunks, refused: [...refused.values()] };
    }
  } finally {
    await pagefind.close();
  }
}

async function startIndex(): Promise<pagefind.PagefindIndex> {
  const { index, errors } = await pagefind.createIndex({
    forceLanguage: indexLanguage,
    // Fragments contain the texts for Pagefind's own client and are discarded, so one of them is
    // fastest.
    maxFragments: 1,
  });
  if (!index) throw failure("start", errors);
  return index;
}

/** Adds records, those in `refused` by their last word. Adds to these, and returns how many it added. */
async function addRecords(
  index: pagefind.PagefindIndex,
  records: readonly PagefindRecord[],
  refused: Map<string, RefusedPaper>,
): Promise<number> {
  const before = refused.size;
  const add = async (record: PagefindRecord) => {
    const isRefused = refused.has(record.url);
    const content = isRefused ? (record.content.split(" ").at(-1) ?? "") : record.content;
    const { errors } = await index.addCustomRecord({ ...record, content });
    if (errors.length === 0) return;
    if (isRefused) throw failure(`index ${record.url}`, errors);
    refused.set(record.url, { id: record.url, reason: errors.join("; ") });
  };
  for (let at = 0; at < records.length; at += recordsAtOnce) {
    await Promise.all(records.slice(at, at + recordsAtOnce).map(add));
  }
  return refused.size - before;
}

function failure(what: string, errors: readonly string[]): Error {
  return new Error(`Pagefind could not ${what}: ${errors.join("; ") || "it gave no reason"}`);
}
