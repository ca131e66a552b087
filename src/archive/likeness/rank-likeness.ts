import type { LikenessTerms } from "./likeness-data.ts";

/** How much a paper is like some others, and why. */
export interface Likeness {
  /** 0 if it shares no term with any of them. */
  score: number;
  /** At most three terms that it shares with them, as texts write them, the weightiest first. */
  terms: () => string[];
}

/** A paper's terms by their numbers, the heaviest word first. */
export interface PaperTerms {
  id: string;
  words: readonly number[];
  topics: readonly number[];
}

/**
 * A paper that is much like one of the saved papers is more to the point than one that is a little like two:
 * readers have several interests. `npm run likeness:evaluate` measures both kinds of reader.
 */
const exponent = 1.5;

/**
 * Compares papers with those that a reader has saved. A saved paper is compared with the others only. The order
 * of the saved papers makes no difference, and one more of them never lowers a score.
 */
export function likenessTo(
  saved: readonly PaperTerms[],
  dictionary: LikenessTerms,
): (paper: PaperTerms) => Likeness {
  // Sums of the same numbers in another order may differ in the last digit.
  const sorted = saved.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const index = new Map<number, { id: string; weight: number }[]>();
  for (const { id, ...terms } of sorted) {
    for (const [term, weight] of vectorOf(terms, dictionary)) {
      index.set(term, [...(index.get(term) ?? []), { id, weight }]);
    }
  }
  return (paper) => {
    const similarities = new Map<string, number>();
    const shared: { term: number; id: string; part: number }[] = [];
    for (const [term, own] of vectorOf(paper, dictionary)) {
      for (const { id, weight } of index.get(term) ?? []) {
        if (id === paper.id) continue;
        const part = own * weight;
        shared.push({ term, id, part });
        similarities.set(id, (similarities.get(id) ?? 0) + part);
      }
    }
    const terms = () => {
      const parts = new Map<number, number>();
      for (const { term, id, part } of shared) {
        // The share of the term in what this saved paper adds to the score.
        const share = part * (similarities.get(id) ?? 0) ** (exponent - 1);
        parts.set(term, (parts.get(term) ?? 0) + share);
      }
      return shownTerms(parts, dictionary);
    };
    const score = [...similarities.values()].reduce((sum, one) => sum + one ** exponent, 0);
    return { score, terms };
  };
}

/** Weights by term, of length 1. Topics have negative numbers, the first one -1. */
function vectorOf(
  { words, topics }: Pick<PaperTerms, "words" | "topics">,
  terms: LikenessTerms,
): Map<number, number> {
  const weighed = [
    ...words.map((word, place): [number, number] => [word, terms.weights[place] ?? 0]),
    ...topics.map((topic): [number, number] => [-1 - topic, terms.topics[topic]?.weight ?? 0]),
  ];
  const length = Math.hypot(...weighed.map(([, weight]) => weight)) || 1;
  return new Map(weighed.map(([term, weight]) => [term, weight / length]));
}

const mostShown = 3;
/** The least part of a term in the likeness, relative to the first term, that is worth showing. */
const leastPart = 0.25;

/** Words say more than topics, which a row has anyway. A longer term takes the place of those that it contains. */
function shownTerms(
  parts: ReadonlyMap<number, number>,
  { topics, words }: LikenessTerms,
): string[] {
  const sorted = [...parts].filter(([, part]) => part > 0).sort(([a, x], [b, y]) => y - x || a - b);
  const ofWords = sorted.filter(([term]) => term >= 0);
  const shown = ofWords.length > 0 ? ofWords : sorted;
  const least = leastPart * (shown[0]?.[1] ?? 0);
  let names: string[] = [];
  for (const [term, part] of shown) {
    if (part < least) break;
    const name = term < 0 ? topics[-1 - term]?.name : words.get(term);
    if (name === undefined || names.some((other) => includesWords(other, name))) continue;
    const shorter = names.filter((other) => includesWords(name, other));
    if (shorter.length === 0 && names.length >= mostShown) continue;
    // It has the place of the weightiest of them, and the others go.
    const place = names.findIndex((other) => shorter.includes(other));
    names = names.filter((other) => !shorter.includes(other));
    names.splice(place < 0 ? names.length : place, 0, name);
  }
  return names;
}

/** Whether a term has all words of another one, in the singular or plural. */
function includesWords(longer: string, shorter: string): boolean {
  const words = wordsOf(longer);
  return wordsOf(shorter).every((word) => words.includes(word));
}

function wordsOf(term: string): string[] {
  return term
    .toLowerCase()
    .split(/[\s-]+/)
    .map((word) => word.replace(/s$/, ""));
}
