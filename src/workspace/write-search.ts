import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import * as pagefind from "pagefind";
import { mathmlOf } from "../math/mathml.ts";
import {
  authorshipPath,
  blockPath,
  mentionsPath,
  searchRoot,
  vocabularyPath,
  wordsFolder,
} from "../search/engine/paths.ts";
import { mentionsOf, writeMentions } from "../search/engine/term-frequencies.ts";
import { buildIndex, type SearchIndex } from "../search/index/build-index.ts";
import { type ArchiveFile, writeArchiveFile } from "../search/index/columns.ts";
import {
  indexLanguage,
  type RecordContext,
  type SearchRecord,
  type SearchSource,
} from "../search/index/record.ts";
import { blockSizeFor, type ShownBlock } from "../search/index/result-documents.ts";
import { type Vocabulary, vocabularyParts } from "../search/index/vocabulary.ts";
import { readIndexChunk } from "../search/pagefind/index-chunk.ts";
import { formulaEnd, formulaStart } from "../search/text/normalise.ts";

/** What was written, for reports. */
export interface WrittenSearch {
  papers: number;
  files: number;
  bytes: number;
}

/** Entries of the word index in one file: a search loads a file for each of its words. */
const chunkEntries = 1000;
/** Bytes above which a file of the word index gets one of mentions beside it, a tenth as large. */
const largeChunk = 8000;
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
  const { chunks, mentions } = await chunksIn(join(folder, wordsFolder), index);
  const blockSize = blockSizeFor(sources.length);
  const vocabulary = vocabularyParts(index.vocabulary);
  const parts = [
    ...mentions,
    ...vocabularyFiles(vocabulary.parts),
    ...textFiles(index, blockSize),
    { path: authorshipPath, bytes: pack(JSON.stringify(index.authorship)) },
  ];
  const archive: Omit<ArchiveFile, "version"> = {
    total: sources.length,
    blockSize,
    chunks,
    vocabularyParts: vocabulary.firstWords,
    topics: index.topics,
    organizations: index.organizations,
    sources: index.sources,
    authors: index.authors,
    pairs: index.pairs,
    frequent: index.frequent,
    columns: index.columns,
  };
  const digest = createHash("sha256").update(writeArchiveFile({ ...archive, version: "" }));
  for (const { bytes } of parts) digest.update(bytes);
  const version = digest.digest("hex").slice(0, 10);
  const root = pack(writeArchiveFile({ ...archive, version }));
  for (const path of new Set(parts.map(({ path }) => dirname(join(folder, path(version)))))) {
    await mkdir(path, { recursive: true });
  }
  for (const { path, bytes } of parts) await writeFile(join(folder, path(version)), bytes);
  await writeFile(join(folder, searchRoot), root);
  const bytes = root.length + parts.reduce((sum, part) => sum + part.bytes.length, 0);
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

/**
 * The word index's files with their first words, in the order of words, and the mentions of the large
 * ones. The page knows papers by their number in Pagefind's index, which is the order in which they
 * were given. Pagefind does not promise that order, so it is checked by the papers' own keys.
 */
async function chunksIn(
  folder: string,
  { papers, columns }: SearchIndex,
): Promise<{ chunks: ArchiveFile["chunks"]; mentions: Part[] }> {
  const own = new Map(papers.map(({ record }, at) => [record.content.split(" ").at(-1), at]));
  const chunks: ArchiveFile["chunks"] = [];
  const mentions: Part[] = [];
  for (const name of (await readdir(folder).catch(() => [])).sort()) {
    const packed = await readFile(join(folder, name));
    const words = readIndexChunk(gunzipSync(packed));
    const [first] = words.keys();
    if (first === undefined) continue;
    for (const [word, { papers: found }] of words) {
      const number = own.get(word);
      if (number === undefined) continue;
      if (found.length !== 1 || found[0] !== number) {
        throw new Error(
          `Pagefind numbered ${papers[number]?.record.url} as ${found.join(", ")} and not ${number}; the search page would show wrong papers. Use Pagefind 1.6.0, or adapt src/workspace/write-search.ts.`,
        );
      }
      own.delete(word);
    }
    const file = name.replace(/\.pf_index$/, "");
    if (packed.length <= largeChunk) chunks.push([first, file]);
    else {
      chunks.push([first, file, 1]);
      const counted = [...words].map(([word, at]) => [word, mentionsOf(at, columns)] as const);
      const bytes = pack(writeMentions(new Map(counted)));
      mentions.push({ path: (version) => mentionsPath(version, file), bytes });
    }
  }
  if (own.size > 0) throw new Error(`Pagefind's index lacks ${own.size} papers.`);
  // Pagefind orders words by their bytes.
  chunks.sort(([a], [b]) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
  return { chunks, mentions };
}

/** A file of the search; its folder is that of the version, which is known when all files are. */
interface Part {
  path: (version: string) => string;
  bytes: Buffer;
}

function vocabularyFiles(parts: readonly Vocabulary[]): Part[] {
  return parts.map((words, part) => ({
    path: (version) => vocabularyPath(version, part),
    bytes: pack(JSON.stringify(words)),
  }));
}

function textFiles({ shown }: SearchIndex, blockSize: number): Part[] {
  const files: Part[] = [];
  for (let first = 0; first < shown.length; first += blockSize) {
    const papers = shown.slice(first, first + blockSize);
    const block: ShownBlock = { papers, formulas: {} };
    for (const { title, abstract } of papers) {
      for (const latex of formulasIn(title + abstract)) {
        const set = mathml(latex);
        if (set !== undefined) block.formulas[latex] = set;
      }
    }
    const bytes = pack(JSON.stringify(block));
    files.push({ path: (version) => blockPath(version, first / blockSize), bytes });
  }
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
