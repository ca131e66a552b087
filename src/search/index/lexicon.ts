import type { LexiconFile } from "../../schemas/lexicon.ts";
import { normalise, type Word } from "../text/normalise.ts";
import { pairKey } from "./frequent-pairs.ts";
import type { WordVectors } from "./paper-vectors.ts";

/**
 * A name as keys with a space between them, and the terms that it leads to, each as the keys that a paper
 * must have.
 */
export type LexiconEntry = [name: string, ...terms: string[]];

/** A word with its packed vector in base64. */
export type WordVector = [word: string, vector: string];

/** A part of the lexicon: entries in the order of their names, and words in theirs. */
export interface LexiconPart {
  names: LexiconEntry[];
  vectors: WordVector[];
}

/** What the archive's index has, so that the lexicon only leads to papers. */
interface Indexed {
  /** Whether a paper has a key. */
  has: (key: string) => boolean;
  /** The keys of the frequent words, whose pairs are indexed. */
  frequent: ReadonlySet<string>;
}

/** Names and words in one part: a sentence needs a part for each of its words, so parts are small. */
const entriesPerPart = 60;

/** Words that a name and a query may have or lack without a change of meaning. */
const skipped = new Set(
  "a an the this that these those its it their his her my your our".split(" "),
);

/** The words of a name or a query by which the lexicon is searched, with their keys. */
export function lexiconWords(text: string): Word[] {
  return normalise(text).words.filter(({ form }) => !skipped.has(form));
}

/** The name of consecutive words, as an entry has it. */
export function lexiconName(words: readonly Word[]): string {
  return words.map(({ key }) => key).join(" ");
}

/**
 * The entries of a lexicon that lead to papers of the archive. A term of several spellings also leads
 * from each to the others.
 */
export function lexiconEntries(
  terms: LexiconFile,
  off: Iterable<string>,
  index: Indexed,
): LexiconEntry[] {
  const isOff = new Set([...off].map((name) => lexiconName(lexiconWords(name))));
  const entries = new Map<string, Set<string>>();
  for (const [spellings, others] of Object.entries(terms)) {
    const own = spellings.split("|").map((text) => text.trim());
    const found = new Map(own.map((text) => [text, termKeys(text, index)]));
    for (const name of [...own, ...others]) {
      const words = lexiconWords(name);
      const key = lexiconName(words);
      if (words.every(({ stop }) => stop) || isOff.has(key)) continue;
      const leads = entries.get(key) ?? new Set();
      for (const [text, term] of found) {
        if (term !== undefined && text !== name && term !== key) leads.add(term);
      }
      entries.set(key, leads);
    }
  }
  return [...entries]
    .filter(([, leads]) => leads.size > 0)
    .map(([key, leads]): LexiconEntry => [key, ...[...leads].sort()])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** The keys of a term, with a space between them; undefined if no paper has one of them. */
function termKeys(term: string, { has, frequent }: Indexed): string | undefined {
  const keys = term.split(/\s+/).flatMap((text) => {
    const { words, compounds } = normalise(text);
    const whole = compounds.find(({ count }) => count === words.length && count > 1);
    if (whole && has(whole.key)) return [whole.key];
    return words.flatMap(({ key, stop }) => (stop ? [] : [key]));
  });
  if (keys.length === 0 || !keys.every(has)) return undefined;
  const pair = pairKey(keys, frequent);
  return pair === undefined ? keys.join(" ") : has(pair) ? pair : undefined;
}

/** Splits entries and vectors into parts, with the first name or word of each. */
export function lexiconParts(
  entries: readonly LexiconEntry[],
  vectors: WordVectors,
): { firstNames: string[]; parts: LexiconPart[] } {
  const all = [
    ...entries.map((entry) => ({ name: entry[0], names: [entry], vectors: [] })),
    ...[...vectors].map(([name, vector]) => ({
      name,
      names: [],
      vectors: [[name, btoa(String.fromCharCode(...vector))] satisfies WordVector],
    })),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
  const parts = Array.from({ length: Math.ceil(all.length / entriesPerPart) }, (_, part) =>
    all.slice(part * entriesPerPart, (part + 1) * entriesPerPart),
  );
  return {
    firstNames: parts.map(([first]) => first?.name ?? ""),
    parts: parts.map((part) => ({
      names: part.flatMap(({ names }) => names),
      vectors: part.flatMap((one) => one.vectors),
    })),
  };
}

/** The numbers of the parts that may have names that begin with a word. */
export function partsWithWord(firstNames: readonly string[], word: string): number[] {
  return [...firstNames.keys()].filter((part) => {
    const [first = "", next] = firstNames.slice(part, part + 2);
    const begins = first === word || first.startsWith(`${word} `);
    return (begins || first <= word) && (next === undefined || next >= word || begins);
  });
}
