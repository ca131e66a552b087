import { createHash } from "node:crypto";
import { topicOfKey } from "../terms/count-terms.ts";
import type { PaperTexts } from "../terms/paper-texts.ts";
import type { TermVectors } from "../terms/term-vectors.ts";
import {
  type LikenessPart,
  type LikenessRoot,
  type LikenessTerms,
  likenessPath,
  paperCode,
  partOfCode,
} from "./likeness-data.ts";
import { spellings } from "./spellings.ts";

/** A paper with its former ids, under which readers may have saved it. */
export type LikenessPaper = PaperTexts & { aliases: readonly string[] };

/** The files by which a browser compares papers with those that its reader has saved. */
export interface LikenessFiles {
  root: LikenessRoot;
  /** Each file's JSON by its path under the site's root. */
  files: Record<string, string>;
}

const wordsOfPaper = 12;
const papersInAPart = 512;
/** Set by `npm run likeness:evaluate`, in which values from 1.4 to 2 do equally well. */
const weightOfTopics = 1.5;

/** Makes the files of an archive. The order of the papers makes no difference. */
export function likenessFiles(
  papers: readonly LikenessPaper[],
  vectors: TermVectors,
  topicName: (id: string) => string,
): LikenessFiles {
  const sorted = papers.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const rows = rowsOf(vectors);
  const written = spellings(sorted, ({ id }) => rows.get(id)?.words.map(({ key }) => key) ?? []);
  const topics = [...meanWeights([...rows.values()].flatMap((row) => row.topics))];
  const words = frequentFirst(rows).filter((key) => written.has(key));
  const terms: LikenessTerms = {
    topics: topics.map(([key, weight]) => ({
      name: topicName(topicOfKey(key) ?? key),
      weight: rounded(weightOfTopics * weight),
    })),
    words: words.map((key) => written.get(key) ?? key),
    weights: weightsByPlace(rows),
  };
  const numbers = new Map([...topics.map(([key]) => key), ...words].map((key, at) => [key, at]));
  const parts = partsOf(sorted, (id) => {
    const row = rows.get(id);
    const keys = [...(row?.words ?? []), ...(row?.topics ?? [])];
    return keys.flatMap(({ key }) => numbers.get(key) ?? []);
  });
  const texts = [terms, ...parts].map((content) => JSON.stringify(content));
  const version = createHash("sha256").update(texts.join("\n")).digest("hex").slice(0, 10);
  const files = texts.map((text, at) => {
    const path = likenessPath(version, at === 0 ? "terms" : at - 1);
    return [path, text] as const;
  });
  return { root: { version, parts: parts.length }, files: Object.fromEntries(files) };
}

interface Term {
  key: string;
  weight: number;
}

/** The heaviest words of a paper, and its topics. */
interface Row {
  words: Term[];
  topics: Term[];
}

function rowsOf({ ids, keys, starts, terms, weights }: TermVectors): Map<string, Row> {
  return new Map(
    ids.map((id, paper) => {
      const row: Row = { words: [], topics: [] };
      for (let at = starts[paper] ?? 0; at < (starts[paper + 1] ?? 0); at++) {
        const term = { key: keys[terms[at] ?? 0] ?? "", weight: weights[at] ?? 0 };
        if (topicOfKey(term.key) !== undefined) row.topics.push(term);
        else if (row.words.length < wordsOfPaper) row.words.push(term);
      }
      return [id, row];
    }),
  );
}

/** The mean weight of each term, in the order of the keys. */
function meanWeights(terms: readonly Term[]): Map<string, number> {
  const groups = [...Map.groupBy(terms, ({ key }) => key)];
  groups.sort(([a], [b]) => (a < b ? -1 : 1));
  return new Map(groups.map(([key, all]) => [key, mean(all.map(({ weight }) => weight))]));
}

/** The words of two papers or more; frequent ones come first, because they get numbers with few digits. */
function frequentFirst(rows: ReadonlyMap<string, Row>): string[] {
  const counts = new Map<string, number>();
  for (const { words } of rows.values()) {
    for (const { key } of words) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return [...counts]
    .filter(([, count]) => count > 1)
    .sort(([a, times], [b, others]) => others - times || (a < b ? -1 : 1))
    .map(([key]) => key);
}

/** The mean weight of papers' first words, of their second, and so on: nearly as good as the weights. */
function weightsByPlace(rows: ReadonlyMap<string, Row>): number[] {
  const all = [...rows.values()];
  return Array.from({ length: wordsOfPaper }, (_, place) =>
    rounded(mean(all.flatMap(({ words }) => words[place]?.weight ?? []))),
  );
}

/** Distributes papers over files. Two papers with one code, which hardly any archive has, are left out. */
function partsOf(
  papers: readonly LikenessPaper[],
  termsOf: (id: string) => number[],
): LikenessPart[] {
  const count = 2 ** Math.ceil(Math.log2(Math.max(1, papers.length / papersInAPart)));
  const parts = Array.from({ length: count }, (): LikenessPart => ({ papers: {}, former: {} }));
  const partOf = (code: string) => parts[partOfCode(code, count)];
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

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / (values.length || 1);
}

function rounded(weight: number): number {
  return Math.round(weight * 1000) / 1000;
}
