import type { Authorship } from "../index/authorship.ts";
import { type Counts, readArchiveFile } from "../index/columns.ts";
import { noFacts, readFacts } from "../index/facts.ts";
import { joinNames } from "../index/join-names.ts";
import { partsWithWord, readLexiconPart } from "../index/lexicon.ts";
import type { NamedPapers, Names } from "../index/names.ts";
import { readNumbered } from "../index/packed-vectors.ts";
import { pathsOf } from "../index/part-list.ts";
import type { ResultBlock, ResultPaper } from "../index/result-documents.ts";
import { readGroups, readRecent } from "../index/vector-files.ts";
import { partsWithPrefix, type Vocabulary } from "../index/vocabulary.ts";
import { type PartFiles, partFiles, type ReadFile } from "./part-files.ts";
import { type PartKind, partPath, searchRoot } from "./paths.ts";
import type { SearchContext } from "./search-context.ts";
import { wordIndex } from "./word-index.ts";

/** A paper as a result shows it, and the MathML of formulas by their LaTeX. */
export interface ResultDocument {
  paper: ResultPaper;
  formulas: Readonly<Record<string, string>>;
}

/** An archive that can be searched. */
export interface OpenSearch extends SearchContext {
  /** What results show of papers, by their numbers. */
  resultDocuments: (papers: readonly number[]) => Promise<ResultDocument[]>;
}

/** The empty lists of a reader. */
export const noLists: SearchContext["lists"] = { saved: () => new Set(), read: () => new Set() };

/** Opens the search of a built site. Only its first file is read now. */
export async function openSearch(
  read: ReadFile,
  lists: SearchContext["lists"] = noLists,
): Promise<OpenSearch> {
  const files = partFiles(read);
  const archive = readArchiveFile(await files.get(searchRoot));
  const paths = (kind: PartKind) => pathsOf(kind, archive.parts[kind]);
  const partsOf = <T>(kind: PartKind) =>
    paths(kind).map((path) => lazy(() => json<T>(files, path)));
  const vocabularyParts = partsOf<Vocabulary>("words");
  const nameParts = partsOf<Names>("names");
  const englishParts = partsOf<string[]>("english");
  const lexiconParts = paths("lexicon").map((path) =>
    lazy(async () => readLexiconPart(await files.get(path))),
  );
  const [dictionary = ""] = paths("dictionary");
  const blocks = paths("texts").map((path) =>
    lazy(async (): Promise<ResultBlock> => JSON.parse(await files.text(path, dictionary))),
  );
  const [authorship] = partsOf<Authorship>("authors");
  const [counts] = partsOf<Counts>("counts");
  const [facts] = paths("facts");
  const [groupsPath, recentPath] = paths("vectors");
  const groups = lazy(async () =>
    groupsPath === undefined
      ? { centres: [], digests: [] }
      : readGroups(await files.get(groupsPath)),
  );
  const recentDirections = lazy(async () =>
    recentPath === undefined ? [] : readRecent(await files.get(recentPath), archive.groups),
  );
  const placeOf = placesIn(archive.blocks);
  return {
    archive,
    lists,
    words: wordIndex(archive, files),
    vocabulary: async (prefixes) => {
      const parts = prefixes
        ? partsWithPrefix(archive.vocabularyParts, prefixes)
        : [...vocabularyParts.keys()];
      return (await Promise.all(parts.map((part) => vocabularyParts[part]?.() ?? []))).flat();
    },
    isEnglish: async (stem) => {
      const part = archive.englishParts.findLastIndex((first) => first <= stem);
      return (await englishParts[part]?.())?.includes(stem) ?? false;
    },
    names: async (word) => {
      const { nameParts: settled, recentNameParts: recent } = archive;
      const [own, later] = await Promise.all([
        namesIn(word, settled, nameParts),
        namesIn(word, recent, nameParts.slice(settled.length)),
      ]);
      return joinNames(own, later);
    },
    lexicon: async (keys) => {
      const parts = new Set(keys.flatMap((key) => partsWithWord(archive.lexiconParts, key)));
      const loaded = await Promise.all([...parts].map((part) => lexiconParts[part]?.()));
      return {
        names: loaded.flatMap((part) => part?.names ?? []),
        vectors: loaded.flatMap((part) => part?.vectors ?? []),
      };
    },
    centres: async () => (await groups()).centres,
    group: async (number) => {
      const digest = (await groups()).digests[number];
      if (digest === undefined) return new Map();
      const [own, recent] = await Promise.all([
        files.get(partPath("vectors", digest)),
        recentDirections(),
      ]);
      return new Map([...readNumbered(own), ...(recent[number] ?? [])]);
    },
    facts: lazy(async () => (facts === undefined ? noFacts() : readFacts(await files.get(facts)))),
    authorship: async () => (await authorship?.()) ?? { names: [], papers: [] },
    counts: async () => (await counts?.()) ?? { comments: [], upvotes: [] },
    resultDocuments: (papers) =>
      Promise.all(
        papers.map(async (paper) => {
          const { block, place } = placeOf(paper);
          const { papers: texts, formulas } = (await blocks[block]?.()) ?? noTexts;
          const found = texts[place];
          if (!found) throw new RangeError(`The index has no texts of paper ${paper}.`);
          return { paper: found, formulas };
        }),
      ),
  };
}

/** The names that have a word, in the part for it. */
async function namesIn(
  word: string,
  firstWords: readonly string[],
  parts: readonly (() => Promise<Names>)[],
): Promise<readonly NamedPapers[]> {
  const part = firstWords.findLastIndex((first) => first <= word);
  return (await parts[part]?.())?.find(([first]) => first === word)?.[1] ?? [];
}

const noTexts: ResultBlock = { papers: [], formulas: {} };

/** Finds the file of texts that has a paper, by how many papers each has. */
function placesIn(sizes: readonly number[]): (paper: number) => { block: number; place: number } {
  let end = 0;
  const ends = sizes.map((size) => (end += size));
  return (paper) => {
    let [low, high] = [0, ends.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) <= paper) low = middle + 1;
      else high = middle;
    }
    return { block: low, place: paper - (ends[low - 1] ?? 0) };
  };
}

/** Loads something when it is first needed, and tries again after a failure. */
function lazy<T>(load: () => Promise<T>): () => Promise<T> {
  let promise: Promise<T> | undefined;
  return () => {
    promise ??= load().catch((error: unknown) => {
      promise = undefined;
      throw error;
    });
    return promise;
  };
}

/** The site's own build wrote these files, in the form that the type says. */
async function json<T>(files: PartFiles, path: string): Promise<T> {
  const value: T = JSON.parse(new TextDecoder("utf-8").decode(await files.get(path)));
  return value;
}
