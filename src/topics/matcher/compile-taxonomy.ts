import type { Topic } from "../../schemas/topic.ts";
import { stem } from "../../text/stem.ts";
import { anyWord, PhraseTrie } from "./phrase-trie.ts";
import { keywordKey, phraseKeys } from "./tokens.ts";

/** A phrase in the compiled taxonomy. */
export interface CompiledPhrase {
  kind: "words" | "near" | "not";
  topic: number;
  weight: number;
  /** Topics of which the paper must have one for the phrase to count. */
  with: readonly number[];
  /** Whether the phrase is a single abbreviation of up to three letters, which may be ambiguous. */
  short: boolean;
  /** For a near phrase (`A ~ B`): the key of its part, and which part it is. */
  part?: number;
  near?: number;
}

/** A taxonomy compiled for matching. Compile it once, and use it for all papers. */
export interface Matcher {
  topics: readonly Topic[];
  trie: PhraseTrie;
  phrases: readonly CompiledPhrase[];
  /** Broader topics of each topic, nearest first. */
  broader: readonly (readonly number[])[];
  /** Topics and weights by category. A key that ends in `.*` means a group. */
  categories: ReadonlyMap<string, readonly { topic: number; weight: number }[]>;
  /** Topics by keyword or collection, folded. */
  keywords: ReadonlyMap<string, readonly number[]>;
  /** Topics by their names, their ids and the phrases that are sufficient, folded. */
  names: ReadonlyMap<string, readonly number[]>;
}

/** The weight from which on a phrase is sufficient for its topic. */
const sufficient = 2;

/** Small words; a phrase that has one is not reversed. */
const joints = new Set([
  "of",
  "in",
  "for",
  "and",
  "to",
  "the",
  "a",
  "on",
  "by",
  "from",
  "with",
  "we",
  "is",
  "this",
]);
const hinges = ["of", "for", "in"];

/** Prepares a taxonomy for `assign`; the time is linear in the number of its words. */
export function compileTaxonomy(topics: readonly Topic[]): Matcher {
  const trie = new PhraseTrie();
  const phrases: CompiledPhrase[] = [];
  const numbers = new Map<string, number>(topics.map(({ id }, number) => [id, number]));
  const categories = new Map<string, { topic: number; weight: number }[]>();
  const keywords = new Map<string, number[]>();
  let nears = 0;

  topics.forEach((topic, number) => {
    for (const { phrase, weight, with: beside = [] } of topic.phrases) {
      const conditions = beside.flatMap((id) => numbers.get(id) ?? []);
      const entry = { topic: number, weight, with: conditions, short: isShort(phrase) };
      const parts = phrase.split(" ~ ");
      if (parts.length === 2) {
        parts.forEach((words, part) => {
          add(phraseKeys(words), { ...entry, kind: "near", part, near: nears });
        });
        nears++;
        continue;
      }
      const keys = phraseKeys(phrase);
      add(keys, { ...entry, kind: "words" });
      for (const turned of rewordings(phrase, keys)) trie.add(turned, phrases.length - 1);
    }
    for (const phrase of topic.not) {
      add(phraseKeys(phrase), { kind: "not", topic: number, weight: 0, with: [], short: false });
    }
    for (const { category, weight } of topic.categories) {
      const entries = categories.get(category) ?? [];
      entries.push({ topic: number, weight });
      categories.set(category, entries);
    }
    for (const keyword of topic.keywords ?? []) {
      const key = keywordKey(keyword);
      keywords.set(key, [...(keywords.get(key) ?? []), number]);
    }
  });
  const broader = topics.map((topic) => chain(topic));
  return { topics, trie, phrases, broader, categories, keywords, names: namesOf(topics) };

  function add(keys: readonly string[], entry: CompiledPhrase): void {
    trie.add(keys, phrases.length);
    phrases.push(entry);
  }

  function chain(topic: Topic): number[] {
    const up: number[] = [];
    for (let at = topic.broader; at !== undefined; ) {
      const number = numbers.get(at);
      if (number === undefined || up.includes(number)) break;
      up.push(number);
      at = topics[number]?.broader;
    }
    return up;
  }
}

function namesOf(topics: readonly Topic[]): Map<string, number[]> {
  const names = new Map<string, number[]>();
  topics.forEach(({ id, name, phrases }, number) => {
    const strong = phrases.filter(
      ({ phrase, weight, with: beside = [] }) =>
        weight >= sufficient && beside.length === 0 && !phrase.includes(" ~ "),
    );
    const words = [id, name, ...strong.map(({ phrase }) => phrase.replace(/^=/, ""))];
    for (const key of new Set(words.map(keywordKey))) {
      names.set(key, [...(names.get(key) ?? []), number]);
    }
  });
  return names;
}

function isShort(phrase: string): boolean {
  return /^[A-Z0-9]{2,3}$/.test(phrase);
}

/**
 * `output diversity` as `diversity of output`, with and without an article, and `image generation`
 * as `image and video generation`.
 */
function rewordings(phrase: string, keys: readonly string[]): string[][] {
  const words = phrase.toLowerCase().split(/[\s-]+/);
  if (keys.length < 2 || keys.length > 3 || words.some((word) => joints.has(word))) return [];
  const [head, rest] = [keys.slice(-1), keys.slice(0, -1)];
  const shared =
    keys.length === 2 ? ["and", "or"].map((and) => [...rest, and, anyWord, ...head]) : [];
  const turned = hinges.flatMap((hinge) => [
    [...head, hinge, ...rest],
    [...head, hinge, stem("the"), ...rest],
  ]);
  return [...shared, ...turned];
}
