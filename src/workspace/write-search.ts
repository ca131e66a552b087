import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { OwnLexicon } from "../schemas/lexicon.ts";
import { type PartKind, searchFolder, searchRoot } from "../search/engine/paths.ts";
import { buildIndex, type SearchIndex } from "../search/index/build-index.ts";
import { type ChunkList, chunkLists, putChunkList } from "../search/index/chunk-list.ts";
import { type ArchiveFile, writeArchiveFile } from "../search/index/columns.ts";
import { splitStems } from "../search/index/english-stems.ts";
import { writeFacts } from "../search/index/facts.ts";
import type { IndexedWords } from "../search/index/indexed-words.ts";
import { occurrencesOf } from "../search/index/key-index.ts";
import {
  type LexiconEntry,
  lexiconEntries,
  lexiconParts,
  writeLexiconPart,
} from "../search/index/lexicon.ts";
import { splitNames } from "../search/index/names.ts";
import { writeNumbered } from "../search/index/packed-vectors.ts";
import type { PartGroups, PartLists } from "../search/index/part-list.ts";
import type { SearchSource } from "../search/index/record.ts";
import { writeGroups, writeRecent } from "../search/index/vector-files.ts";
import { vocabularyParts } from "../search/index/vocabulary.ts";
import { pagefindFolder } from "../search/pagefind/chunk-files.ts";
import { digestOf } from "./checksums.ts";
import { type IndexCache, noIndexCache } from "./index-cache/index-cache.ts";
import { IndexFiles, part } from "./index-cache/index-files.ts";
import { centresIn, englishStems } from "./index-cache/kept-data.ts";
import { compressDictionary } from "./text-dictionary.ts";
import { mostForPagefind, wordChunks } from "./word-chunks.ts";
import { readWordVectors } from "./word-vectors.ts";
import { digestsOf, type Making, type WrittenTexts, writeTexts } from "./write-texts.ts";
import { writePackedWords, writeWords } from "./write-words.ts";

/** What was written, for reports. Bytes are compressed, as they are served. */
export interface WrittenSearch {
  papers: number;
  files: number;
  bytes: number;
  /** The paths of files that were not written, since the last site has the same. */
  same: string[];
}

/** What others call the field's terms, and the names that lead to none. */
export type Lexicon = OwnLexicon;

/** In an archive of fewer papers, words find what vectors would, and the vectors of words are most of its files. */
const leastForVectors = 100;

/**
 * Writes the files of a built site that searching loads: chunks of Pagefind's word index, and under
 * `search/` the archive's facts and texts. Removes those of an earlier build. The files are the same with any cache.
 * Those that are in the last site, by their checksums, are not written.
 */
export async function writeSearch(
  folder: string,
  sources: readonly SearchSource[],
  topicName: (id: string) => string,
  lexicon: Lexicon = { terms: {}, off: [] },
  cache: IndexCache = noIndexCache(),
  lastSite: ReadonlyMap<string, string> = new Map(),
): Promise<WrittenSearch> {
  for (const old of [pagefindFolder, searchFolder]) {
    await rm(join(folder, old), { recursive: true, force: true });
  }
  const files = new IndexFiles(folder, cache.files, lastSite);
  const writtenOf = (count: number): WrittenSearch => {
    const { bytes, same } = files;
    return { papers: sources.length, files: count, bytes, same };
  };
  const digests = digestsOf(sources);
  const key = digests && digestOf(JSON.stringify([lexicon, ...digests]));
  const whole = key === undefined ? undefined : cache.files.wholeOf(key);
  if (whole) {
    for (const { path, bytes } of whole) files.write(path, bytes);
    return writtenOf(whole.length);
  }
  const making = { sources, topicName, files, cache };
  const { words, texts, blocks } = await writeTexts(making);
  await writeIndex(making, words, { lexicon, texts, blocks });
  if (digests) await cache.keepWords(digests, words);
  if (key !== undefined) await cache.keepFiles(key, files.list);
  return writtenOf(files.list.length);
}

/** Writes everything but the texts of results. */
async function writeIndex(
  { sources, topicName, files, cache }: Making,
  indexed: IndexedWords,
  { lexicon, texts, blocks }: { lexicon: Lexicon } & Pick<WrittenTexts, "texts" | "blocks">,
): Promise<void> {
  const wordVectors = sources.length < leastForVectors ? new Map() : readWordVectors();
  const keepCentres = centresIn(cache.files);
  const index = buildIndex(sources, topicName, wordVectors, indexed, keepCentres);
  const vocabulary = vocabularyParts(index.vocabulary);
  const names = splitNames(index.names);
  const recentNames = splitNames(index.recentNames);
  const english = splitStems(englishStems(cache.files));
  const words = lexiconParts(lexiconOf(lexicon, index), wordVectors);
  const isUpdate = cache.words.terms.size > 0;
  const { chunks, recentChunks } =
    sources.length > mostForPagefind
      ? writePackedWords(index, files)
      : {
          chunks: writeWords(
            index,
            await wordChunks(index.words, { papers: sources.length, isUpdate }),
            files,
          ),
          recentChunks: [],
        };
  const written = (kind: PartKind, groups: readonly (readonly unknown[])[]): PartGroups =>
    groups.map((some) =>
      files.addGroup(
        kind,
        some.map((one) => part(JSON.stringify(one))),
      ),
    );
  const lists = chunkLists(chunks);
  const parts: PartLists = {
    chunks: lists.map((list) => files.addGroup("chunks", [part(writeChunkList(list))])),
    facts: [files.addGroup("facts", [part(writeFacts(index.facts))])],
    texts,
    dictionary: [
      files.addGroup("dictionary", [
        { key: "dictionary", make: () => "", compress: compressDictionary },
      ]),
    ],
    words: written("words", alone(vocabulary.parts)),
    names: written("names", alone([...names.parts, ...recentNames.parts])),
    // They are always the same.
    english: written("english", [english.parts]),
    lexicon: words.groups.map((some) =>
      files.addGroup(
        "lexicon",
        some.map((one) => part(writeLexiconPart(one))),
      ),
    ),
    vectors: writeVectors(files, index),
    authors: written("authors", [[index.authorship]]),
    counts: written("counts", [[index.counts]]),
  };
  const { topics, authors, stopNames, pairs, frequent, columns } = index;
  const archive: ArchiveFile = {
    total: sources.length,
    parts,
    blocks,
    groups: index.groups.length,
    vocabularyParts: vocabulary.firstWords,
    nameParts: names.firstWords,
    recentNameParts: recentNames.firstWords,
    englishParts: english.firstWords,
    lexiconParts: words.firstNames,
    chunks: lists.length > 0 ? [] : chunks,
    recentChunks,
    chunkLists: lists.map(([first]) => first?.[0] ?? ""),
    topics,
    authors,
    stopNames,
    pairs,
    frequent,
    columns,
  };
  files.add(searchRoot, writeArchiveFile(archive));
}

/** Each file in a group of its own. */
function alone<T>(parts: readonly T[]): T[][] {
  return parts.map((one) => [one]);
}

function writeChunkList(chunks: ChunkList): Uint8Array {
  const bytes: number[] = [];
  putChunkList(bytes, chunks);
  return new Uint8Array(bytes);
}

/** The vectors of each group of settled papers, the groups with their centres, and the vectors of recent papers. */
function writeVectors(files: IndexFiles, { groups, settled, columns }: SearchIndex): PartGroups {
  if (groups.length === 0) return [];
  const write = (bytes: Uint8Array) => files.addGroup("vectors", [part(bytes)]);
  const digests = groups.map(({ papers }) => write(writeNumbered(papers))[0]);
  const written = [write(writeGroups({ centres: groups.map(({ centre }) => centre), digests }))];
  const hasRecent = settled < columns.day.length;
  return hasRecent ? [...written, write(writeRecent(groups.map(({ recent }) => recent)))] : written;
}

/** The entries of a lexicon that lead to papers. */
function lexiconOf(
  { terms, off }: Lexicon,
  { words, frequent, settled }: SearchIndex,
): LexiconEntry[] {
  return lexiconEntries(terms, off, {
    occurrences: (key) => occurrencesOf(words, key, settled),
    frequent: new Set(frequent),
  });
}
