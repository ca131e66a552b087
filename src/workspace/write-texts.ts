import { setImmediate } from "node:timers/promises";
import type { IndexedWords } from "../search/index/indexed-words.ts";
import { TermPacker } from "../search/index/pack-terms.ts";
import type { PackedTerms } from "../search/index/paper-terms.ts";
import type { PartGroups } from "../search/index/part-list.ts";
import { paperTexts, type SearchSource } from "../search/index/record.ts";
import { resultPaper, textGroups } from "../search/index/result-documents.ts";
import { digestOf } from "./checksums.ts";
import type { IndexCache } from "./index-cache/index-cache.ts";
import { type IndexFiles, part } from "./index-cache/index-files.ts";
import { resultBlock } from "./result-blocks.ts";
import { compressText } from "./text-dictionary.ts";

/** Where an index is written, what of, and what the last build left. */
export interface Making {
  sources: readonly SearchSource[];
  topicName: (id: string) => string;
  files: IndexFiles;
  cache: IndexCache;
}

/** The words of papers, and the files of their texts: their groups, and how many papers each file has. */
export interface WrittenTexts {
  words: IndexedWords;
  texts: PartGroups;
  blocks: number[];
}

/** Writes the texts that results show, and finds the words of papers, so that each text is read once. */
export async function writeTexts({
  sources,
  topicName,
  files,
  cache,
}: Making): Promise<WrittenTexts> {
  const { table, terms: known, names, compounds } = cache.words;
  const packer = new TermPacker(table, names);
  const terms: PackedTerms[] = [];
  const texts: PartGroups = [];
  const blocks: number[] = [];
  for (const group of textGroups(sources)) {
    const parts = group.map((block) => {
      const papers = block.map(readOnce);
      for (const { digest, read } of papers) {
        const kept = digest === undefined ? undefined : known.get(digest);
        terms.push(kept ?? packer.pack(paperTexts(read(), topicName)));
      }
      blocks.push(papers.length);
      const make = () => JSON.stringify(resultBlock(papers.map(({ read }) => resultPaper(read()))));
      const digests = digestsOf(papers);
      const made = digests
        ? { key: digestOf(JSON.stringify(["block", ...digests])), make }
        : part(make());
      return { ...made, compress: compressText };
    });
    texts.push(files.addGroup("texts", parts));
    // Otherwise the process would not notice that the one which started it has ended.
    if (texts.length % 16 === 0) await setImmediate();
  }
  return { words: { table, terms, names, compounds }, texts, blocks };
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

/** The digests of sources; undefined if one has none. */
export function digestsOf(
  sources: readonly { digest?: string | undefined }[],
): string[] | undefined {
  const digests = sources.flatMap(({ digest }) => digest ?? []);
  return digests.length === sources.length ? digests : undefined;
}
