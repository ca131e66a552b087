import type { Authorship } from "../index/authorship.ts";
import { type ArchiveFile, readArchiveFile } from "../index/columns.ts";
import { type LexiconPart, partsWithWord } from "../index/lexicon.ts";
import type { Names } from "../index/names.ts";
import { readNumbered, splitVectors } from "../index/packed-vectors.ts";
import type { ResultBlock, ResultPaper } from "../index/result-documents.ts";
import { partsWithPrefix, type Vocabulary } from "../index/vocabulary.ts";
import { type PartFiles, partFiles, type ReadFile } from "./part-files.ts";
import {
  authorshipPath,
  blockPath,
  centresPath,
  englishPath,
  groupPath,
  lexiconPath,
  namesPath,
  searchRoot,
  vocabularyPath,
} from "./paths.ts";
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
  const vocabularyParts = archive.vocabularyParts.map((_, part) =>
    lazy(() => json<Vocabulary>(files, vocabularyPath(archive.version, part))),
  );
  const nameParts = archive.nameParts.map((_, part) =>
    lazy(() => json<Names>(files, namesPath(archive.version, part))),
  );
  const englishParts = archive.englishParts.map((_, part) =>
    lazy(() => json<string[]>(files, englishPath(archive.version, part))),
  );
  const lexiconParts = archive.lexiconParts.map((_, part) =>
    lazy(() => json<LexiconPart>(files, lexiconPath(archive.version, part))),
  );
  const blocks = new Map<number, () => Promise<ResultBlock>>();
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
    centres: lazy(async () => splitVectors(await files.get(centresPath(archive.version)))),
    group: async (number) => readNumbered(await files.get(groupPath(archive.version, number))),
    authorship: lazy(() => json<Authorship>(files, authorshipPath(archive.version))),
    resultDocuments: (papers) =>
      Promise.all(papers.map((paper) => documentOf(paper, archive, files, blocks))),
  };
}

async function documentOf(
  paper: number,
  { blockSize, version }: ArchiveFile,
  files: PartFiles,
  blocks: Map<number, () => Promise<ResultBlock>>,
): Promise<ResultDocument> {
  const number = Math.floor(paper / blockSize);
  const path = blockPath(version, number);
  const block = blocks.get(number) ?? lazy(() => json<ResultBlock>(files, path));
  blocks.set(number, block);
  const { papers, formulas } = await block();
  const found = papers[paper - number * blockSize];
  if (!found) throw new RangeError(`${path} has no paper ${paper}.`);
  return { paper: found, formulas };
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
