import { createHash } from "node:crypto";
import { topicOfKey } from "../terms/count-terms.ts";
import type { PaperTexts } from "../terms/paper-texts.ts";
import type { TermVectors } from "../terms/term-vectors.ts";
import {
  type LikenessPart,
  type LikenessRoot,
  type LikenessWords,
  likenessPath,
  paperCode,
  paperTerms,
  partOfCode,
  partOfWord,
} from "./likeness-data.ts";
import { heaviestTerms } from "./paper-rows.ts";
import { usualSpellings, type WrittenTerms, writtenTerms } from "./spellings.ts";
import { termCodes } from "./term-codes.ts";
import { termSlots } from "./term-slots.ts";

/** A paper with its former ids, under which readers may have saved it. */
export type LikenessPaper = PaperTexts & { aliases: readonly string[] };

/** The files by which a browser compares papers with those that its reader has saved. */
export interface LikenessFiles {
  root: LikenessRoot;
  /** Each file's JSON by its path under the site's root. */
  files: Record<string, string>;
}

const papersInAPart = 512;
const wordsInAPart = 4096;

/**
 * Makes the files of an archive. The order of the papers makes no difference, and what papers wrote the last time only
 * saves time. An edit changes the files with what it is about: a term has the same characters whatever others there are.
 */
export function likenessFiles(
  papers: readonly LikenessPaper[],
  vectors: TermVectors,
  topicName: (id: string) => string,
  former?: WrittenTerms,
): LikenessFiles & { written: WrittenTerms } {
  const sorted = papers.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const { rows, topics, words, weights } = heaviestTerms(vectors);
  const wordsOf = ({ id }: PaperTexts) => rows.get(id)?.words ?? [];
  const written = writtenTerms(sorted, wordsOf, former);
  const { size, slots } = termSlots(words.keys());
  const slotOf = (key: string) => slots.get(key) ?? 0;
  // What one paper has alone need not be said, because it makes it like no other.
  const shared = [...usualSpellings(written)].filter(([key]) => (words.get(key) ?? 0) > 1);
  const wordParts = partsOf(shared.length, wordsInAPart, (): LikenessWords => ({}));
  for (const [key, word] of shared.toSorted(([a], [b]) => slotOf(a) - slotOf(b))) {
    const part = wordParts[partOfWord(slotOf(key), size, wordParts.length)];
    if (part) part[termCodes([slotOf(key)], size)] = word;
  }
  const topicNumber = new Map(topics.map(({ key }, number) => [key, number]));
  const paperParts = distributed(sorted, (id) => {
    const row = rows.get(id);
    const ofTopics = row?.topics.map((key) => topicNumber.get(key) ?? 0) ?? [];
    return paperTerms(row?.words.map(slotOf) ?? [], ofTopics, { size, topics });
  });
  const files: Record<string, string> = {};
  const named = (kind: "papers" | "words", parts: readonly unknown[]) =>
    parts.map((part) => {
      const text = JSON.stringify(part);
      const name = createHash("sha256").update(text).digest("hex").slice(0, 10);
      files[likenessPath(kind, name)] = text;
      return name;
    });
  const root: LikenessRoot = {
    size,
    papers: named("papers", paperParts),
    words: named("words", wordParts),
    topics: topics.map(({ key, weight }) => ({ name: topicName(topicOfKey(key) ?? key), weight })),
    weights,
  };
  return { root, files, written };
}

function partsOf<T>(count: number, most: number, empty: () => T): T[] {
  return Array.from({ length: 2 ** Math.ceil(Math.log2(Math.max(1, count / most))) }, empty);
}

/** Distributes papers over files. Two papers with one code, which hardly any archive has, are left out. */
function distributed(
  papers: readonly LikenessPaper[],
  termsOf: (id: string) => string,
): LikenessPart[] {
  const parts = partsOf(
    papers.length,
    papersInAPart,
    (): LikenessPart => ({ papers: {}, former: {} }),
  );
  const partOf = (code: string) => parts[partOfCode(code, parts.length)];
  for (const [code, [paper, other]] of Map.groupBy(papers, ({ id }) => paperCode(id))) {
    if (!paper || other) continue;
    const own = partOf(code);
    if (own) own.papers[code] = termsOf(paper.id);
    for (const alias of paper.aliases.map(paperCode)) {
      const former = partOf(alias);
      if (former && alias !== code) former.former[alias] = code;
    }
  }
  return parts;
}
