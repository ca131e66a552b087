import { stopWords } from "../text/stop-words.ts";
import { splitSteadily } from "./split-steadily.ts";

/** The archive's words as written, in alphabetical order, each with the number of papers that have it. */
export type Vocabulary = [word: string, papers: number][];

const maxWords = 20_000;
/** Words in one file: a correction needs a file or two for each mistyped word. */
const wordsPerPart = 800;

/**
 * The words that typing errors are corrected to; only the most frequent ones of a large archive. `counts`
 * has the forms of all words with the number of papers that have them in their title, abstract or authors.
 */
export function vocabularyOf(counts: readonly [form: string, papers: number][]): Vocabulary {
  return counts
    .filter(([form]) => form.length > 3 && !stopWords.has(form) && /^\p{L}+$/u.test(form))
    .sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))
    .slice(0, maxWords)
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** Splits a vocabulary into parts, one for each file, with the first word of each. */
export function vocabularyParts(vocabulary: Vocabulary): {
  firstWords: string[];
  parts: Vocabulary[];
} {
  const parts = splitSteadily(vocabulary, { size: wordsPerPart, nameOf: ([word]) => word });
  return { firstWords: parts.map(([first]) => first?.[0] ?? ""), parts };
}

/** The numbers of the parts that may have words with one of these prefixes. */
export function partsWithPrefix(
  firstWords: readonly string[],
  prefixes: readonly string[],
): number[] {
  return [...firstWords.keys()].filter((part) => {
    const [first = "", next] = firstWords.slice(part, part + 2);
    return prefixes.some(
      (prefix) =>
        (first <= prefix || first.startsWith(prefix)) && (next === undefined || next > prefix),
    );
  });
}
