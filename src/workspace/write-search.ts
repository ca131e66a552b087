import { createHash } from "node:crypto";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setImmediate } from "node:timers/promises";
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
import type { IndexedWords } from "../search/index/indexed-words.ts";
import { occurrencesOf, postingsAt } from "../search/index/key-index.ts";
import { type LexiconEntry, lexiconEntries, lexiconParts } from "../search/index/lexicon.ts";
import { splitNames } from "../search/index/names.ts";
import { TermPacker } from "../search/index/pack-terms.ts";
import { joinVectors, writeNumbered } from "../search/index/packed-vectors.ts";
import type { PackedTerms } from "../search/index/paper-terms.ts";
import { paperTexts, type SearchSource } from "../search/index/record.ts";
import { blockSizeFor, resultPaper } from "../search/index/result-documents.ts";
import { separator } from "../search/index/separator.ts";
import { vocabularyParts } from "../search/index/vocabulary.ts";
import { chunkPath, pagefindFolder } from "../search/pagefind/chunk-files.ts";
import type { WordChunk } from "../search/pagefind/write-chunks.ts";
import { readEnglishStems } from "./english-words.ts";
import { type IndexCache, noIndexCache } from "./index-cache/index-cache.ts";
import { IndexFiles } from "./index-cache/index-files.ts";
import { resultBlock } from "./result-blocks.ts";
import { wordChunks } from "./word-chunks.ts";
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

/** Where an index is written, what of, and what the last build left. */
interface Making {
  sources: readonly SearchSource[];
  topicName: (id: string) => string;
  files: IndexFiles;
  cache: IndexCache;
}

/**
 * Writes the files of a built site that searching loads: chunks of Pagefind's word index, and under
 * `search/` the archive's facts and texts. Removes Pagefind's files from an earlier build. The files are
 * the same with any cache.
 */
export async function writeSearch(
  folder: string,
  sources: readonly SearchSource[],
  topicName: (id: string) => string,
  lexicon: Lexicon = { terms: {}, off: [] },
  cache: IndexCache = noIndexCache(),
): Promise<WrittenSearch> {
  await rm(join(folder, pagefindFolder), { recursive: true, force: true });
  const files = new IndexFiles(folder, cache.files);
  const digests = digestsOf(sources);
  const key = digests && digestOf([JSON.stringify(lexicon), ...digests]);
  const whole = key === undefined ? undefined : cache.files.wholeOf(key);
  if (whole) {
    for (const { path, bytes } of whole) files.write(path, bytes);
    return { papers: sources.length, files: whole.length, bytes: files.bytes };
  }
  const making = { sources, topicName, files, cache };
  const words = await writeBlocks(making);
  const list = await files.finish(await writeIndex(making, words, lexicon));
  if (digests) await cache.keepWords(digests, words);
  if (key !== undefined) await cache.keepFiles(key, list);
  return { papers: sources.length, files: list.length, bytes: files.bytes };
}

/** Writes the texts that results show, and finds the words of papers, so that each text is read once. */
async function writeBlocks({ sources, topicName, files, cache }: Making): Promise<IndexedWords> {
  const { table, terms: known, names } = cache.words;
  const packer = new TermPacker(table, names);
  const terms: PackedTerms[] = [];
  const size = blockSizeFor(sources.length);
  for (let block = 0; block * size < sources.length; block += 1) {
    const papers = sources.slice(block * size, (block + 1) * size).map(readOnce);
    for (const { digest, read } of papers) {
      const kept = digest === undefined ? undefined : known.get(digest);
      terms.push(kept ?? packer.pack(paperTexts(read(), topicName)));
    }
    const pathOf = (version: string) => blockPath(version, block);
    const make = () => JSON.stringify(resultBlock(papers.map(({ read }) => resultPaper(read()))));
    const digests = digestsOf(papers);
    if (digests) files.addMade(pathOf, digestOf(["block", ...digests]), make);
    else files.addPart(pathOf, make());
    // Otherwise the process would not notice that the one which started it has ended.
    if (block % 64 === 0) await setImmediate();
  }
  return { table, terms, names };
}

/** A source whose texts are made when they are first read. */
function readOnce(source: SearchSource) {
  let texts: SearchSource | undefined;
  const read = () => {
    if (!texts) {
      const { paper, title, abstract, notes } = source;
      texts = { paper, title, abstract, notes };
    }
    return texts;
  };
  return { digest: source.digest, read };
}

/** Writes everything but the texts of results. Returns the version. */
async function writeIndex(
  { sources, topicName, files, cache }: Making,
  indexed: IndexedWords,
  lexicon: Lexicon,
): Promise<string> {
  const wordVectors = sources.length < leastForVectors ? new Map() : readWordVectors();
  const index = buildIndex(sources, topicName, wordVectors, indexed);
  const vocabulary = vocabularyParts(index.vocabulary);
  const names = splitNames(index.names);
  const english = splitStems(englishStems(cache));
  const words = lexiconParts(lexiconOf(lexicon, index), wordVectors);
  const isUpdate = cache.words.terms.size > 0;
  const made = await wordChunks(index.words, { papers: sources.length, isUpdate });
  const chunks = writeWords(index, made, files);
  writeParts(files, vocabulary.parts, vocabularyPath);
  writeParts(files, names.parts, namesPath);
  writeParts(files, english.parts, englishPath);
  writeParts(files, words.parts, lexiconPath);
  writeVectors(files, index);
  files.addPart(authorshipPath, JSON.stringify(index.authorship));
  const { topics, organizations, authors, stopNames, pairs, frequent, columns } = index;
  const archive: ArchiveFile = {
    version: "",
    total: sources.length,
    groups: index.groups.length,
    blockSize: blockSizeFor(sources.length),
    vocabularyParts: vocabulary.firstWords,
    nameParts: names.firstWords,
    englishParts: english.firstWords,
    lexiconParts: words.firstNames,
    chunks,
    topics,
    organizations,
    sources: index.sources,
    authors,
    stopNames,
    pairs,
    frequent,
    columns,
  };
  const version = files.versionWith(writeArchiveFile(archive));
  files.add(searchRoot, writeArchiveFile({ ...archive, version }));
  return version;
}

/**
 * Writes the word index, and the term frequencies of its large chunks. Returns the chunks in order, each
 * with the shortest text that separates its keys from those before.
 */
function writeWords(
  { words, columns }: SearchIndex,
  chunks: Iterable<WordChunk>,
  files: IndexFiles,
): ArchiveFile["chunks"] {
  const { keys } = words;
  const list: ArchiveFile["chunks"] = [];
  for (const { chunk, bytes, first, end } of chunks) {
    const start = separator(keys[first - 1] ?? "", keys[first] ?? "");
    const isLarge = files.add(chunkPath(chunk), bytes) > largeChunk;
    list.push(isLarge ? [start, chunk, 1] : [start, chunk]);
    if (!isLarge) continue;
    const terms = keys
      .slice(first, end)
      .map((key, at) => [key, termFrequenciesOf(postingsAt(words, first + at), columns)] as const);
    files.addPart(
      (version) => termFrequenciesPath(version, chunk),
      writeTermFrequencies(new Map(terms)),
    );
  }
  return list;
}

/** The vectors of each group of papers, and the groups' centres. */
function writeVectors(files: IndexFiles, { groups }: SearchIndex): void {
  if (groups.length === 0) return;
  files.addPart(centresPath, joinVectors(groups.map(({ centre }) => centre)));
  for (const [at, { papers }] of groups.entries()) {
    files.addPart((version) => groupPath(version, at), writeNumbered(papers));
  }
}

/** Writes one file of JSON for each part. */
function writeParts(
  files: IndexFiles,
  parts: readonly unknown[],
  pathOf: (version: string, part: number) => string,
): void {
  for (const [part, value] of parts.entries()) {
    files.addPart((version) => pathOf(version, part), JSON.stringify(value));
  }
}

/** The entries of a lexicon that lead to papers. */
function lexiconOf({ terms, off }: Lexicon, { words, frequent }: SearchIndex): LexiconEntry[] {
  return lexiconEntries(terms, off, {
    occurrences: (key) => occurrencesOf(words, key),
    frequent: new Set(frequent),
  });
}

/** The stems of English words. To find them takes longer than the words of a small archive. */
function englishStems({ files }: IndexCache): string[] {
  const find = () => new TextEncoder().encode(JSON.stringify(readEnglishStems()));
  const stems: string[] = JSON.parse(new TextDecoder("utf-8").decode(files.get("english", find)));
  return stems;
}

/** The digests of sources; undefined if one has none. */
function digestsOf(sources: readonly { digest?: string | undefined }[]): string[] | undefined {
  const digests = sources.flatMap(({ digest }) => digest ?? []);
  return digests.length === sources.length ? digests : undefined;
}

function digestOf(parts: readonly string[]): string {
  return createHash("sha256").update(JSON.stringify(parts)).digest("hex");
}
