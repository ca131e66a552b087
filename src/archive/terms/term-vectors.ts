import { knownTerm } from "./background.ts";
import { plainWords } from "./plain-words.ts";
import { termKeys } from "./split-terms.ts";

/**
 * What papers are compared by. Texts are as in the paper's entry: Markdown, formulas between
 * dollars.
 */
export interface PaperTexts {
  id: string;
  title: string;
  abstract: string;
  topics: readonly { id: string; score: number }[];
}

/**
 * Papers as vectors of weighted terms, each of length 1. Row `i` spans `starts[i]` to
 * `starts[i + 1]`, the heaviest term first.
 */
export interface TermVectors {
  /** In the order of code units. */
  ids: string[];
  /** Terms that two papers or more have, by number. */
  keys: string[];
  starts: Uint32Array;
  terms: Uint32Array;
  weights: Float64Array;
}

// Set by reading the nearest papers of an archive of 62 (tests/site/related.test.ts holds some of them);
// the results hardly change around these values.
const settings = {
  /** A mention in the title counts as many in the abstract. */
  titleMentions: 3,
  /** Mentions saturate: the tenth adds little to the third. */
  saturation: 2,
  /**
   * How many papers of the field are added to the archive's own when frequencies are counted. Sixty
   * papers alone could not show that "outperform" is common.
   */
  backgroundPapers: 250,
  /** The weight of a pair of words, relative to a single word. */
  pair: 0.6,
  /** A topic connects words with different stems: RLHF and preferences, robots and locomotion. */
  topic: 2,
  /** The prior share of papers under a topic, to which the archive's own share is shrunk. */
  topicFrequency: 0.03,
  /**
   * How many of a paper's heaviest terms are kept. The others hardly change a result, and would
   * take most of the time.
   */
  termsOfPaper: 60,
};

const topicMark = "topic:";

/** The topic of a term that is not a word or a pair of words. */
export function topicOfKey(key: string): string | undefined {
  return key.startsWith(topicMark) ? key.slice(topicMark.length) : undefined;
}

/** Weighs the terms of papers by TF-IDF. Their order makes no difference. */
export function termVectors(papers: readonly PaperTexts[]): TermVectors {
  const sorted = papers.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const counted = countTerms(sorted);
  const weightOf = counted.keys.map((key, number) =>
    termWeight(key, counted.papersWith[number] ?? 0, sorted.length),
  );
  const starts = new Uint32Array(sorted.length + 1);
  const terms: number[] = [];
  const weights: number[] = [];
  for (let paper = 0; paper < sorted.length; paper++) {
    const row: { term: number; weight: number }[] = [];
    for (let at = counted.starts[paper] ?? 0; at < (counted.starts[paper + 1] ?? 0); at++) {
      const term = counted.terms[at] ?? 0;
      const weight = (weightOf[term] ?? 0) * (counted.presence[at] ?? 0);
      if ((counted.papersWith[term] ?? 0) > 1 && weight > 0) row.push({ term, weight });
    }
    row.sort((a, b) => b.weight - a.weight || a.term - b.term);
    row.splice(settings.termsOfPaper);
    const length = Math.sqrt(row.reduce((sum, { weight }) => sum + weight * weight, 0));
    for (const { term, weight } of row) {
      terms.push(term);
      weights.push(weight / length);
    }
    starts[paper + 1] = terms.length;
  }
  return {
    ids: sorted.map(({ id }) => id),
    keys: counted.keys,
    starts,
    terms: Uint32Array.from(terms),
    weights: Float64Array.from(weights),
  };
}

function termWeight(key: string, papersWith: number, papers: number): number {
  const topic = topicOfKey(key) !== undefined;
  const { frequency, topical } = topic
    ? { frequency: settings.topicFrequency, topical: 1 }
    : knownTerm(key);
  const among = settings.backgroundPapers;
  const share = (papersWith + among * frequency) / (papers + among);
  const kind = topic ? settings.topic : key.includes(" ") ? settings.pair : 1;
  // The exponents are meant for a cosine, in which the weight of a shared term is squared.
  return kind * (-Math.log(share)) ** 0.7 * topical ** 1.5;
}

interface Counted {
  keys: string[];
  /** The number of papers with each term. */
  papersWith: number[];
  starts: Uint32Array;
  terms: number[];
  /** How strongly the term is present, by its mentions or a topic's score. */
  presence: number[];
}

function countTerms(papers: readonly PaperTexts[]): Counted {
  const numbers = new Map<string, number>();
  const counted: Counted = {
    keys: [],
    papersWith: [],
    starts: new Uint32Array(papers.length + 1),
    terms: [],
    presence: [],
  };
  const numberOf = (key: string) => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    const number = counted.keys.push(key) - 1;
    numbers.set(key, number);
    counted.papersWith.push(0);
    return number;
  };
  for (const [paper, { title, abstract, topics }] of papers.entries()) {
    const frequencies = new Map<number, number>();
    const count = (text: string, worth: number) => {
      for (const key of termKeys(plainWords(text))) {
        const number = numberOf(key);
        frequencies.set(number, (frequencies.get(number) ?? 0) + worth);
      }
    };
    count(title, settings.titleMentions);
    count(abstract, 1);
    const { saturation } = settings;
    const present = [
      ...[...frequencies].map(([number, worth]) => ({
        number,
        presence: (worth * (1 + saturation)) / (worth + saturation),
      })),
      ...topics.map(({ id, score }) => ({ number: numberOf(topicMark + id), presence: score })),
    ];
    for (const { number, presence } of present) {
      counted.terms.push(number);
      counted.presence.push(presence);
      counted.papersWith[number] = (counted.papersWith[number] ?? 0) + 1;
    }
    counted.starts[paper + 1] = counted.terms.length;
  }
  return counted;
}
