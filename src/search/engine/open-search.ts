import type { Authorship } from "../index/authorship.ts";
import { type Counts, readArchiveFile } from "../index/columns.ts";
import { noFacts, readFacts } from "../index/facts.ts";
import { partsWithWord, readLexiconPart } from "../index/lexicon.ts";
import type { Names } from "../index/names.ts";
import { readNumbered, splitVectors } from "../index/packed-vectors.ts";
import { pathsOf } from "../index/part-list.ts";
import type { ResultBlock, ResultPaper } from "../index/result-documents.ts";
import { partsWithPrefix, type Vocabulary } from "../index/vocabulary.ts";
import { type PartFiles, partFiles, type ReadFile } from "./part-files.ts";
import { type PartKind, searchRoot } from "./paths.ts";
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
  const [centres, ...groups] = paths("vectors");
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
      const part = archive.nameParts.findLastIndex((first) => first <= word);
      const names = await nameParts[part]?.();
      return names?.find(([first]) => first === word)?.[1] ?? [];
    },
    lexicon: async (keys) => {
      const parts = new Set(keys.flatMap((key) => partsWithWord(archive.lexiconParts, key)));
      const loaded = await Promise.all([...parts].map((part) => lexiconParts[part]?.()));
      return {
        names: loaded.flatMap((part) => part?.names ?? []),
        vectors: loaded.flatMap((part) => part?.vectors ?? []),
      };
    },
    centres: lazy(async () => (centres ? splitVectors(await files.get(centres)) : [])),
    group: async (number) => {
      const path = groups[number];
      return path === undefined ? new Map() : readNumbered(await files.get(path));
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
