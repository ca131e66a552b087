import type { Authorship } from "../index/authorship.ts";
import { type ArchiveFile, readArchiveFile } from "../index/columns.ts";
import type { ShownBlock, ShownPaper } from "../index/result-documents.ts";
import { partsWithPrefix, type Vocabulary } from "../index/vocabulary.ts";
import { type PartFiles, partFiles, type ReadFile } from "./part-files.ts";
import { authorshipPath, blockPath, searchRoot, vocabularyPath } from "./paths.ts";
import type { SearchSite } from "./site.ts";
import { wordIndex } from "./word-index.ts";

/** A paper as a result shows it, with its formulas as MathML by their LaTeX. */
export interface Shown {
  paper: ShownPaper;
  formulas: Readonly<Record<string, string>>;
}

/** An archive that can be searched. */
export interface OpenSearch extends SearchSite {
  /** What results show of papers, by their numbers. */
  shown: (papers: readonly number[]) => Promise<Shown[]>;
}

export const noLists: SearchSite["lists"] = { saved: () => new Set(), read: () => new Set() };

/** Opens the search of a built site; nothing but its first file is read yet. */
export async function openSearch(
  read: ReadFile,
  lists: SearchSite["lists"] = noLists,
): Promise<OpenSearch> {
  const files = partFiles(read);
  const archive = readArchiveFile(await files.get(searchRoot));
  /** A file that is asked for when it is first needed; again, where that failed. */
  const later = <T>(path: string): (() => Promise<T>) => {
    let known: Promise<T> | undefined;
    return () => {
      known ??= json<T>(files, path);
      known.catch(() => {
        known = undefined;
      });
      return known;
    };
  };
  const vocabularyParts = archive.vocabularyParts.map((_, part) =>
    later<Vocabulary>(vocabularyPath(archive.version, part)),
  );
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
    authorship: later<Authorship>(authorshipPath(archive.version)),
    shown: (papers) => Promise.all(papers.map((paper) => shownOf(paper, archive, files))),
  };
}

const blocks = new WeakMap<PartFiles, Map<string, Promise<ShownBlock>>>();

async function shownOf(paper: number, archive: ArchiveFile, files: PartFiles): Promise<Shown> {
  const place = Math.floor(paper / archive.blockSize);
  const path = blockPath(archive.version, place);
  const known = blocks.get(files) ?? new Map<string, Promise<ShownBlock>>();
  blocks.set(files, known);
  const block = known.get(path) ?? json<ShownBlock>(files, path);
  known.set(path, block);
  block.catch(() => known.delete(path));
  const { papers, formulas } = await block;
  const shown = papers[paper - place * archive.blockSize];
  if (!shown) throw new RangeError(`${path} has no paper ${paper}.`);
  return { paper: shown, formulas };
}

/** The files are this site's own, written by its build in the form that the type says. */
async function json<T>(files: PartFiles, path: string): Promise<T> {
  const value: T = JSON.parse(new TextDecoder("utf-8").decode(await files.get(path)));
  return value;
}
