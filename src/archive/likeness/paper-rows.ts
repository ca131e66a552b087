import { topicOfKey } from "../terms/count-terms.ts";
import type { TermVectors } from "../terms/term-vectors.ts";

const wordsOfPaper = 12;
/** Set by `npm run likeness:evaluate`, in which values from 1.4 to 2 do equally well. */
const weightOfTopics = 1.5;

/** The heaviest words of a paper, and its topics, by their keys. */
export interface PaperRow {
  words: string[];
  topics: string[];
}

/** What papers are compared by. */
export interface HeaviestTerms {
  /** By id. */
  rows: Map<string, PaperRow>;
  /** The topics in the order of keys, with their mean weights. */
  topics: { key: string; weight: number }[];
  /** How many papers have each word among their heaviest. */
  words: Map<string, number>;
  /** The mean weight of papers' first words, of their second, and so on: nearly as good as the weights. */
  weights: number[];
}

/** The heaviest terms of all papers. */
export function heaviestTerms({ ids, keys, starts, terms, weights }: TermVectors): HeaviestTerms {
  const rows = new Map<string, PaperRow>();
  const isTopic = new Map<number, boolean>();
  const topics = new Map<string, Mean>();
  const words = new Map<string, number>();
  const places = Array.from({ length: wordsOfPaper }, (): Mean => ({ sum: 0, count: 0 }));
  for (const [paper, id] of ids.entries()) {
    const row: PaperRow = { words: [], topics: [] };
    for (let at = starts[paper] ?? 0; at < (starts[paper + 1] ?? 0); at++) {
      const term = terms[at] ?? 0;
      const [key, weight] = [keys[term] ?? "", weights[at] ?? 0];
      const known = isTopic.get(term);
      const ofTopic = known ?? topicOfKey(key) !== undefined;
      if (known === undefined) isTopic.set(term, ofTopic);
      if (ofTopic) {
        const mean = topics.get(key) ?? { sum: 0, count: 0 };
        topics.set(key, add(mean, weight));
        row.topics.push(key);
      } else if (row.words.length < wordsOfPaper) {
        const place = places[row.words.length];
        if (place) add(place, weight);
        words.set(key, (words.get(key) ?? 0) + 1);
        row.words.push(key);
      }
    }
    rows.set(id, row);
  }
  const sorted = [...topics].sort(([a], [b]) => (a < b ? -1 : 1));
  return {
    rows,
    topics: sorted.map(([key, mean]) => ({ key, weight: rounded(weightOfTopics * meanOf(mean)) })),
    words,
    weights: places.map((place) => rounded(meanOf(place))),
  };
}

interface Mean {
  sum: number;
  count: number;
}

/** Weights are multiples of 1 / 2^14, so their sums are exact, and the order of papers makes no difference. */
function add(mean: Mean, weight: number): Mean {
  mean.sum += weight;
  mean.count += 1;
  return mean;
}

function meanOf({ sum, count }: Mean): number {
  return sum / (count || 1);
}

function rounded(weight: number): number {
  return Math.round(weight * 1000) / 1000;
}
