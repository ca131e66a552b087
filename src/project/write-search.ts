import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import * as pagefind from "pagefind";
import { wordFrequencies } from "../archive/terms/background.ts";
import { mathmlOf } from "../math/mathml.ts";
import { readIndexChunk } from "../search/engine/index-chunk.ts";
import {
  authorshipPath,
  blockPath,
  fieldWordsPath,
  searchRoot,
  vocabularyPath,
  wordsFolder,
} from "../search/engine/paths.ts";
import { buildIndex, type SearchIndex } from "../search/index/build-index.ts";
import { type ArchiveFile, writeArchiveFile } from "../search/index/columns.ts";
import {
  indexLanguage,
  type RecordContext,
  type SearchRecord,
  type SearchSource,
} from "../search/index/record.ts";
import { blockSizeFor, type ShownBlock } from "../search/index/shown.ts";
import { formulaEnd, formulaStart } from "../search/text/normalise.ts";

/** What was written, for reports. */
export interface WrittenSearch {
  papers: number;
  files: number;
  bytes: number;
}

/** Entries of the word index in one file: a search loads a file for each of its words. */
const chunkEntries = 1000;
/** Pagefind's own texts of the papers, which this site's page does not load, in so many files. */
const mostFragments = 10;

/** Writes all that searching needs into a built site's folder: Pagefind's index and the texts. */
export async function writeSearch(
  folder: string,
  sources: readonly SearchSource[],
  context: RecordContext,
): Promise<WrittenSearch> {
  const index = buildIndex(sources, context);
  const records = index.papers.map(({ record }) => record);
  const indexFolder = join(folder, "pagefind");
  await writePagefind(records, indexFolder);
  await checkOrder(index, indexFolder);
  const blockSize = blockSizeFor(sources.length);
  const parts = textFiles(index, blockSize);
  const archive: Omit<ArchiveFile, "version"> = {
    total: sources.length,
    blockSize,
    chunks: await chunksIn(join(folder, wordsFolder)),
    topics: index.topics,
    organizations: index.organizations,
    sources: index.sources,
    authors: index.authors,
    pairs: index.pairs,
    columns: index.columns,
  };
  const digest = createHash("sha256").update(writeArchiveFile({ ...archive, version: "" }));
  for (const [, bytes] of parts) digest.update(bytes);
  const version = digest.digest("hex").slice(0, 10);
  const root = pack(writeArchiveFile({ ...archive, version }));
  await mkdir(join(folder, blockPath(version, 0), ".."), { recursive: true });
  for (const [name, bytes] of parts) {
    await writeFile(
      join(folder, named[name]?.(version) ?? blockPath(version, Number(name))),
      bytes,
    );
  }
  await writeFile(join(folder, searchRoot), root);
  const bytes = root.length + parts.reduce((sum, [, part]) => sum + part.length, 0);
  return { papers: sources.length, files: parts.length + 1, bytes };
}

async function writePagefind(records: SearchRecord[], outputPath: string): Promise<void> {
  // Pagefind has no option for it; the default of 20,000 loads several times as much a word.
  process.env["PAGEFIND_UNSTABLE_INDEX_CHUNK_SIZE"] = String(chunkEntries);
  await rm(outputPath, { recursive: true, force: true });
  try {
    const { index, errors } = await pagefind.createIndex({
      forceLanguage: indexLanguage,
      maxFragments: mostFragments,
    });
    if (!index) throw new Error(failure("start", errors));
    for (const record of records) {
      const added = await index.addCustomRecord(record);
      if (added.errors.length > 0) throw new Error(failure(`index ${record.url}`, added.errors));
    }
    const written = await index.writeFiles({ outputPath });
    if (written.errors.length > 0) throw new Error(failure("write its index", written.errors));
  } finally {
    await pagefind.close();
  }
}

function failure(what: string, errors: string[]): string {
  return `Pagefind could not ${what}: ${errors.join("; ") || "it gave no reason"}`;
}

/** The word index's files with their first words, in the order of words. */
async function chunksIn(folder: string): Promise<ArchiveFile["chunks"]> {
  const chunks: ArchiveFile["chunks"] = [];
  for (const name of (await readdir(folder).catch(() => [])).sort()) {
    const [first] = readIndexChunk(gunzipSync(await readFile(join(folder, name)))).keys();
    if (first !== undefined) chunks.push([first, name.replace(/\.pf_index$/, "")]);
  }
  // Pagefind orders words by their bytes.
  return chunks.sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
}

/**
 * The page knows papers by their number in Pagefind's index, which is the order in which they were
 * given. Pagefind does not promise that order, so it is checked by the papers' own keys.
 */
async function checkOrder({ papers }: SearchIndex, folder: string): Promise<void> {
  const own = new Map(papers.map(({ record }, at) => [record.content.split(" ").at(-1), at]));
  for (const name of await readdir(join(folder, "index")).catch(() => [])) {
    const chunk = readIndexChunk(gunzipSync(await readFile(join(folder, "index", name))));
    for (const [word, { papers: found }] of chunk) {
      const number = own.get(word);
      if (number === undefined) continue;
      if (found.length !== 1 || found[0] !== number) {
        throw new Error(
          `Pagefind numbered ${papers[number]?.record.url} as ${found.join(", ")} and not ${number}; the search page would show wrong papers. Use Pagefind 1.6.0, or adapt src/project/write-search.ts.`,
        );
      }
      own.delete(word);
    }
  }
  if (own.size > 0) throw new Error(`Pagefind's index lacks ${own.size} papers.`);
}

/** The parts that are no texts. */
const named: Record<string, (version: string) => string> = {
  words: vocabularyPath,
  authors: authorshipPath,
  field: fieldWordsPath,
};

function textFiles(
  { shown, vocabulary, authorship }: SearchIndex,
  blockSize: number,
): [string, Buffer][] {
  const files: [string, Buffer][] = [];
  for (let first = 0; first < shown.length; first += blockSize) {
    const papers = shown.slice(first, first + blockSize);
    const block: ShownBlock = { papers, formulas: {} };
    for (const { title, abstract } of papers) {
      for (const latex of formulasIn(title + abstract)) {
        const set = mathml(latex);
        if (set !== undefined) block.formulas[latex] = set;
      }
    }
    files.push([String(first / blockSize), pack(JSON.stringify(block))]);
  }
  files.push(["words", pack(JSON.stringify(vocabulary))]);
  files.push(["field", pack(JSON.stringify(wordFrequencies()))]);
  files.push(["authors", pack(JSON.stringify(authorship))]);
  return files;
}

function formulasIn(text: string): string[] {
  const pattern = new RegExp(`${formulaStart}([^${formulaEnd}]*)${formulaEnd}`, "gu");
  return [...text.matchAll(pattern)].map(([, latex = ""]) => latex);
}

const known = new Map<string, string | undefined>();

function mathml(latex: string): string | undefined {
  if (!known.has(latex)) known.set(latex, mathmlOf(latex));
  return known.get(latex);
}

function pack(data: string | Uint8Array): Buffer {
  return gzipSync(data, { level: 9 });
}
