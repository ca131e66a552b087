import { createHash } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import type { OwnLexicon } from "../schemas/lexicon.ts";
import {
  authorshipPath,
  blockPath,
  centresPath,
  englishPath,
  groupPath,
  lexiconPath,
  namesPath,
  searchRoot,
  termFrequenciesPath,
  vocabularyPath,
} from "../search/engine/paths.ts";
import { termFrequenciesOf, writeTermFrequencies } from "../search/engine/term-frequencies.ts";
import { buildIndex, type SearchIndex } from "../search/index/build-index.ts";
import { type ArchiveFile, type Columns, writeArchiveFile } from "../search/index/columns.ts";
import { splitStems } from "../search/index/english-stems.ts";
import {
  type LexiconEntry,
  type LexiconPart,
  lexiconEntries,
  lexiconParts,
} from "../search/index/lexicon.ts";
import { type Names, splitNames } from "../search/index/names.ts";
import { writeNumbered } from "../search/index/packed-vectors.ts";
import type { SearchSource } from "../search/index/record.ts";
import { blockSizeFor, type ResultBlock } from "../search/index/result-documents.ts";
import { type Vocabulary, vocabularyParts } from "../search/index/vocabulary.ts";
import { checkNumbers } from "../search/pagefind/check-numbers.ts";
import { chunkPath, comparePagefindOrder, pagefindFolder } from "../search/pagefind/chunk-files.ts";
import { type Postings, readIndexChunk } from "../search/pagefind/index-chunk.ts";
import { toRecord } from "../search/pagefind/record.ts";
import { readEnglishStems } from "./english-words.ts";
import { resultBlocks } from "./result-blocks.ts";
import { type ChunkFile, type RefusedPaper, runPagefind } from "./run-pagefind.ts";
import { readWordVectors } from "./word-vectors.ts";

/** What was written, for reports. Bytes are compressed, as they are served. */
export interface WrittenSearch {
  papers: number;
  files: number;
  bytes: number;
  /** The papers that a search does not find by their words. */
  refused: RefusedPaper[];
}

/** What others call the field's terms, and the names that lead to none. */
export type Lexicon = OwnLexicon;

/** In an archive of fewer papers, words find what vectors would, and the vectors of words are most of its files. */
const leastForVectors = 100;

/** A chunk with more bytes than this gets a file of term frequencies, a tenth as large. */
const largeChunk = 8000;

/**
 * Writes the files of a built site that searching loads: chunks of Pagefind's word index, and under
 * `search/` the archive's facts and texts. Removes Pagefind's files from an earlier build.
 */
export async function writeSearch(
  folder: string,
  sources: readonly SearchSource[],
  topicName: (id: string) => string,
  lexicon: Lexicon = { terms: {}, off: [] },
): Promise<WrittenSearch> {
  const wordVectors = sources.length < leastForVectors ? new Map() : readWordVectors();
  const index = buildIndex(sources, topicName, wordVectors);
  const made = await runPagefind(index.papers.map(toRecord));
  const chunks = made.chunks.map(readChunk);
  // The last key of a paper is its own.
  checkNumbers(
    chunks.map(({ words }) => words),
    index.papers.map(({ keys }) => keys.at(-1) ?? ""),
  );
  const blockSize = blockSizeFor(sources.length);
  const vocabulary = vocabularyParts(index.vocabulary);
  const names = splitNames(index.names);
  const english = splitStems(readEnglishStems());
  const words = lexiconParts(lexiconOf(lexicon, chunks, index), wordVectors);
  const archive = archiveFile(index, chunks, {
    blockSize,
    vocabularyParts: vocabulary.firstWords,
    nameParts: names.firstWords,
    englishParts: english.firstWords,
    lexiconParts: words.firstNames,
  });
  const parts = [
    ...frequencyFiles(chunks, index.columns),
    ...filesOf(vocabulary.parts, vocabularyPath),
    ...filesOf(names.parts, namesPath),
    ...filesOf(english.parts, englishPath),
    ...filesOf(words.parts, lexiconPath),
    ...vectorFiles(index),
    ...filesOf(resultBlocks(index.resultPapers, blockSize), blockPath),
    { path: authorshipPath, bytes: compress(JSON.stringify(index.authorship)) },
  ];
  const version = versionOf(archive, parts);
  const files = [
    ...chunks.map(({ chunk, bytes }) => ({ path: chunkPath(chunk), bytes })),
    ...parts.map(({ path, bytes }) => ({ path: path(version), bytes })),
    { path: searchRoot, bytes: compress(writeArchiveFile({ ...archive, version })) },
  ];
  await rm(join(folder, pagefindFolder), { recursive: true, force: true });
  for (const path of new Set(files.map((file) => dirname(join(folder, file.path))))) {
    await mkdir(path, { recursive: true });
  }
  for (const { path, bytes } of files) await writeFile(join(folder, path), bytes);
  const bytes = files.reduce((sum, file) => sum + file.bytes.length, 0);
  return { papers: sources.length, files: files.length, bytes, refused: made.refused };
}

/** A chunk with the words in it. */
interface Chunk extends ChunkFile {
  words: ReadonlyMap<string, Postings>;
}

function readChunk({ chunk, bytes }: ChunkFile): Chunk {
  return { chunk, bytes, words: readIndexChunk(gunzipSync(bytes)) };
}

const isLarge = ({ bytes }: ChunkFile) => bytes.length > largeChunk;

function archiveFile(
  index: SearchIndex,
  chunks: readonly Chunk[],
  parts: Pick<
    ArchiveFile,
    "blockSize" | "vocabularyParts" | "nameParts" | "englishParts" | "lexiconParts"
  >,
): Omit<ArchiveFile, "version"> {
  const { topics, organizations, sources, authors, stopNames, pairs, frequent, columns } = index;
  return {
    total: index.papers.length,
    groups: index.groups.length,
    ...parts,
    chunks: chunkList(chunks),
    topics,
    organizations,
    sources,
    authors,
    stopNames,
    pairs,
    frequent,
    columns,
  };
}

/** The chunks in order, each with the shortest text that separates its keys from those before. */
function chunkList(chunks: readonly Chunk[]): ArchiveFile["chunks"] {
  const ordered = chunks
    .map((chunk) => ({ ...chunk, keys: [...chunk.words.keys()] }))
    .sort(({ keys: [a = ""] }, { keys: [b = ""] }) => comparePagefindOrder(a, b));
  let last = "";
  return ordered.flatMap(({ chunk, bytes, keys }): ArchiveFile["chunks"] => {
    const [first] = keys;
    if (first === undefined) return [];
    const start = separator(last, first);
    last = keys.at(-1) ?? first;
    return [isLarge({ chunk, bytes }) ? [start, chunk, 1] : [start, chunk]];
  });
}

/** The shortest beginning of a key that is after another, earlier key. */
function separator(earlier: string, key: string): string {
  const [before, characters] = [[...earlier], [...key]];
  const different = characters.findIndex((character, at) => character !== before[at]);
  return characters.slice(0, different + 1).join("");
}

/** A file in the folder of the version, which is known only once all files are. */
interface Part {
  path: (version: string) => string;
  bytes: Uint8Array;
}

/** The version changes with any file, so that a reader's browser never mixes files of two builds. */
function versionOf(archive: Omit<ArchiveFile, "version">, parts: readonly Part[]): string {
  const digest = createHash("sha256").update(writeArchiveFile({ ...archive, version: "" }));
  for (const { bytes } of parts) digest.update(bytes);
  return digest.digest("hex").slice(0, 10);
}

function frequencyFiles(chunks: readonly Chunk[], columns: Columns): Part[] {
  return chunks.filter(isLarge).map(({ chunk, words }) => {
    const terms = [...words].map(([key, at]) => [key, termFrequenciesOf(at, columns)] as const);
    return {
      path: (version) => termFrequenciesPath(version, chunk),
      bytes: compress(writeTermFrequencies(new Map(terms))),
    };
  });
}

/** The vectors of each group of papers, and the groups' centres. */
function vectorFiles({ groups }: SearchIndex): Part[] {
  if (groups.length === 0) return [];
  const centres = new Map(groups.map(({ centre }, at) => [at, centre]));
  return [
    { path: centresPath, bytes: compress(writeNumbered(centres)) },
    ...groups.map(({ papers }, at) => ({
      path: (version: string) => groupPath(version, at),
      bytes: compress(writeNumbered(papers)),
    })),
  ];
}

/** One file of JSON for each part. */
function filesOf(
  parts: readonly (Vocabulary | Names | LexiconPart | ResultBlock | string[])[],
  pathOf: (version: string, part: number) => string,
): Part[] {
  return parts.map((words, part) => ({
    path: (version) => pathOf(version, part),
    bytes: compress(JSON.stringify(words)),
  }));
}

/** The entries of a lexicon that lead to papers. */
function lexiconOf(
  { terms, off }: Lexicon,
  chunks: readonly Chunk[],
  { frequent }: SearchIndex,
): LexiconEntry[] {
  const keys = new Set(chunks.flatMap(({ words }) => [...words.keys()]));
  return lexiconEntries(terms, off, { has: (key) => keys.has(key), frequent: new Set(frequent) });
}

function compress(data: string | Uint8Array): Uint8Array {
  return gzipSync(data, { level: 9 });
}
