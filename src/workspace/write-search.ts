import { createHash } from "node:crypto";
import { mkdir, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
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
import { type ArchiveFile, writeArchiveFile } from "../search/index/columns.ts";
import { splitStems } from "../search/index/english-stems.ts";
import { hasKey, type KeyIndex, postingsAt } from "../search/index/key-index.ts";
import {
  type LexiconEntry,
  type LexiconPart,
  lexiconEntries,
  lexiconParts,
} from "../search/index/lexicon.ts";
import { type Names, splitNames } from "../search/index/names.ts";
import { writeNumbered } from "../search/index/packed-vectors.ts";
import type { SearchSource } from "../search/index/record.ts";
import { blockSizeFor, type ResultBlock, resultPaper } from "../search/index/result-documents.ts";
import { type Vocabulary, vocabularyParts } from "../search/index/vocabulary.ts";
import { chunkPath, pagefindFolder } from "../search/pagefind/chunk-files.ts";
import { type WordChunk, writeChunks } from "../search/pagefind/write-chunks.ts";
import { readEnglishStems } from "./english-words.ts";
import { resultBlocks } from "./result-blocks.ts";
import { readWordVectors } from "./word-vectors.ts";

/** What was written, for reports. Bytes are compressed, as they are served. */
export interface WrittenSearch {
  papers: number;
  files: number;
  bytes: number;
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
  const chunks = [...writeChunks(index.words)].map(compressed);
  const blockSize = blockSizeFor(sources.length);
  const vocabulary = vocabularyParts(index.vocabulary);
  const names = splitNames(index.names);
  const english = splitStems(readEnglishStems());
  const words = lexiconParts(lexiconOf(lexicon, index), wordVectors);
  const archive = archiveFile(index, sources.length, chunks, {
    blockSize,
    vocabularyParts: vocabulary.firstWords,
    nameParts: names.firstWords,
    englishParts: english.firstWords,
    lexiconParts: words.firstNames,
  });
  const parts = [
    ...frequencyFiles(chunks, index),
    ...filesOf(vocabulary.parts, vocabularyPath),
    ...filesOf(names.parts, namesPath),
    ...filesOf(english.parts, englishPath),
    ...filesOf(words.parts, lexiconPath),
    ...vectorFiles(index),
    ...filesOf(resultBlocks(sources.map(resultPaper), blockSize), blockPath),
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
  return { papers: sources.length, files: files.length, bytes };
}

/** A chunk of the word index, compressed. */
type Chunk = WordChunk;

function compressed(chunk: WordChunk): Chunk {
  return { ...chunk, bytes: compress(chunk.bytes) };
}

const isLarge = ({ bytes }: Chunk) => bytes.length > largeChunk;

function archiveFile(
  index: SearchIndex,
  total: number,
  chunks: readonly Chunk[],
  parts: Pick<
    ArchiveFile,
    "blockSize" | "vocabularyParts" | "nameParts" | "englishParts" | "lexiconParts"
  >,
): Omit<ArchiveFile, "version"> {
  const { topics, organizations, sources, authors, stopNames, pairs, frequent, columns } = index;
  return {
    total,
    groups: index.groups.length,
    ...parts,
    chunks: chunkList(chunks, index.words),
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
function chunkList(chunks: readonly Chunk[], { keys }: KeyIndex): ArchiveFile["chunks"] {
  return chunks.map((chunk) => {
    const start = separator(keys[chunk.first - 1] ?? "", keys[chunk.first] ?? "");
    return isLarge(chunk) ? [start, chunk.chunk, 1] : [start, chunk.chunk];
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

function frequencyFiles(chunks: readonly Chunk[], { words, columns }: SearchIndex): Part[] {
  return chunks.filter(isLarge).map(({ chunk, first, end }) => {
    const terms = words.keys
      .slice(first, end)
      .map((key, at) => [key, termFrequenciesOf(postingsAt(words, first + at), columns)] as const);
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
function lexiconOf({ terms, off }: Lexicon, { words, frequent }: SearchIndex): LexiconEntry[] {
  return lexiconEntries(terms, off, {
    has: (key) => hasKey(words, key),
    frequent: new Set(frequent),
  });
}

function compress(data: string | Uint8Array): Uint8Array {
  // Higher levels take three times as long for one byte in a hundred.
  return gzipSync(data, { level: 6 });
}
