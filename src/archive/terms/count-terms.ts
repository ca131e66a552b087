import type { PaperTexts } from "./paper-texts.ts";
import { plainWords } from "./plain-words.ts";
import { termKeys } from "./split-terms.ts";

/** The terms of papers, and how strongly they are present. Row `i` spans `starts[i]` to `starts[i + 1]`. */
export interface CountedTerms {
  /** In the order of code units. */
  ids: string[];
  /** Every term of the archive, by number. */
  keys: string[];
  starts: Uint32Array;
  terms: Uint32Array;
  /** By its mentions, or a topic's score. */
  presence: Float32Array;
}

/** A mention in the title counts as many in the abstract. */
const titleMentions = 3;
/** Mentions saturate: the tenth adds little to the third. */
const saturation = 2;

const topicMark = "topic:";

/** The topic of a term that is not a word or a pair of words. */
export function topicOfKey(key: string): string | undefined {
  return key.startsWith(topicMark) ? key.slice(topicMark.length) : undefined;
}

/** Counts the terms of papers. The order of the papers makes no difference. */
export function countTerms(papers: readonly PaperTexts[]): CountedTerms {
  const sorted = papers.toSorted((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const numbers = new Map<string, number>();
  const keys: string[] = [];
  const numberOf = (key: string) => {
    const known = numbers.get(key);
    if (known !== undefined) return known;
    numbers.set(key, keys.length);
    return keys.push(key) - 1;
  };
  const starts = new Uint32Array(sorted.length + 1);
  // Typed, because lists of numbers would take several times the memory.
  let terms = new Uint32Array(128 * sorted.length);
  let presence = new Float32Array(terms.length);
  let end = 0;
  const add = (term: number, present: number) => {
    if (end === terms.length) {
      const former = { terms, presence };
      terms = new Uint32Array(2 * end + 128);
      terms.set(former.terms);
      presence = new Float32Array(terms.length);
      presence.set(former.presence);
    }
    terms[end] = term;
    presence[end] = present;
    end += 1;
  };
  for (const [paper, { title, abstract, topics }] of sorted.entries()) {
    const mentions = new Map<number, number>();
    for (const [text, worth] of [
      [title, titleMentions],
      [abstract, 1],
    ] as const) {
      for (const key of termKeys(plainWords(text))) {
        const number = numberOf(key);
        mentions.set(number, (mentions.get(number) ?? 0) + worth);
      }
    }
    for (const [term, worth] of mentions) {
      add(term, (worth * (1 + saturation)) / (worth + saturation));
    }
    for (const { id, score } of topics) add(numberOf(topicMark + id), score);
    starts[paper + 1] = end;
  }
  return {
    ids: sorted.map(({ id }) => id),
    keys,
    starts,
    terms: terms.slice(0, end),
    presence: presence.slice(0, end),
  };
}
