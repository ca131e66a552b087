import type { PaperTexts } from "../terms/paper-texts.ts";
import { plainWords } from "../terms/plain-words.ts";
import { pairKey, splitWords } from "../terms/split-terms.ts";

/**
 * How texts write terms: for each key that is wanted of a paper, the most frequent spelling within the
 * sentences of all papers of which it is wanted. Titles count only where no sentence has the term.
 */
export function spellings(
  papers: readonly PaperTexts[],
  wanted: (paper: PaperTexts) => readonly string[],
): Map<string, string> {
  const counts = new Map<string, Map<string, number>>();
  for (const paper of papers) {
    const keys = new Set(wanted(paper));
    for (const [markdown, isTitle] of [
      [paper.title, true],
      [paper.abstract, false],
    ] as const) {
      for (const { key, surface, isFirst } of termsWritten(plainWords(markdown), keys)) {
        const ofKey = counts.get(key) ?? new Map<string, number>();
        const isHead = isTitle || isFirst;
        const spelling = isHead ? surface.replace(capital, (one) => one.toLowerCase()) : surface;
        // All headings together weigh less than one sentence.
        ofKey.set(spelling, (ofKey.get(spelling) ?? 0) + (isHead ? 1e-6 : 1));
        counts.set(key, ofKey);
      }
    }
  }
  return new Map([...counts].map(([key, ofKey]) => [key, mostFrequent(ofKey)]));
}

/** The first letter of a word that is otherwise in lower case. */
const capital = /(?<![\p{L}\p{N}])\p{Lu}(?=\p{Ll}+(?![\p{L}\p{N}]))/gu;
const sentenceStart = /(?:^|[.!?:]\s+)$/;

interface WrittenTerm {
  key: string;
  surface: string;
  /** Whether it begins a sentence. */
  isFirst: boolean;
}

function termsWritten(text: string, keys: ReadonlySet<string>): WrittenTerm[] {
  const words = splitWords(text);
  const written = (key: string, start: number, end: number): WrittenTerm => ({
    key,
    surface: text
      .slice(start, end)
      .replace(/\s+/g, " ")
      .replace(/['’]s?$/, ""),
    isFirst: sentenceStart.test(text.slice(Math.max(0, start - 3), start)),
  });
  return words.flatMap((word, at) => {
    const before = words[at - 1];
    const pair = word.follows && before ? pairKey(before, word) : undefined;
    return [
      ...(keys.has(word.key) ? [written(word.key, word.start, word.end)] : []),
      ...(before && pair !== undefined && keys.has(pair)
        ? [written(pair, before.start, word.end)]
        : []),
    ];
  });
}

function mostFrequent(counts: ReadonlyMap<string, number>): string {
  const [first] = [...counts].sort(([a, times], [b, others]) => others - times || (a < b ? -1 : 1));
  return first?.[0] ?? "";
}
