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

/**
 * Indexes records with Pagefind. A record that it refuses is indexed by its last word alone, so that
 * the others keep their numbers.
 */
export async function runPagefind(records: readonly PagefindRecord[]): Promise<MadeIndex> {
  // Pagefind has no option for it; its default is 20,000.
  process.env["PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE"] = String(wordsPerChunk);
  try {
    const { index, errors } = await pagefind.createIndex({
      forceLanguage: indexLanguage,
      // Fragments contain the texts for Pagefind's own client and are discarded, so one of them is
      // fastest.
      maxFragments: 1,
    });
    if (!index) throw failure("start", errors);
    const refused: RefusedPaper[] = [];
    for (const record of records) {
      const { errors: faults } = await index.addCustomRecord(record);
      if (faults.length === 0) continue;
      const content = record.content.split(" ").at(-1) ?? "";
      const again = await index.addCustomRecord({ ...record, content });
      if (again.errors.length > 0) throw failure(`index ${record.url}`, again.errors);
      refused.push({ id: record.url, reason: faults.join("; ") });
    }
    const made = await index.getFiles();
    if (made.errors.length > 0) throw failure("write its index", made.errors);
    const chunks = made.files
      .flatMap(({ path, content }) => {
        const chunk = chunkOfFile(path);
        return chunk === undefined ? [] : [{ chunk, bytes: content }];
      })
      .sort((a, b) => (a.chunk < b.chunk ? -1 : 1));
    return { chunks, refused };
  } finally {
    await pagefind.close();
  }
}

function failure(what: string, errors: readonly string[]): Error {
  return new Error(`Pagefind could not ${what}: ${errors.join("; ") || "it gave no reason"}`);
}
