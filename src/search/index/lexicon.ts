import type { LexiconFile } from "../../schemas/lexicon.ts";
import { normalise, type Word } from "../text/normalise.ts";
import { pairKey } from "./frequent-pairs.ts";
import { type PackedVector, readNamed, writeNamed } from "./packed-vectors.ts";
import type { WordVectors } from "./paper-vectors.ts";
import { separator } from "./separator.ts";
import { splitSteadily } from "./split-steadily.ts";
import { putText, VarintReader } from "./varint.ts";

/**
 * A name as keys with a space between them, and the terms that it leads to, as papers write them: `termKeys`
 * has the keys that a paper must have.
 */
export type LexiconEntry = [name: string, ...terms: string[]];

/** A word with its packed vector. */
export type WordVector = [word: string, vector: PackedVector];

/** A part of the lexicon: entries in the order of their names, and words in theirs. */
export interface LexiconPart {
  names: LexiconEntry[];
  vectors: WordVector[];
}

/** What the archive's index has, so that the lexicon only leads to papers. */
interface Indexed {
  /** How often papers have a key. */
  occurrences: (key: string) => number;
  /** The keys of the frequent words, whose pairs are indexed. */
  frequent: ReadonlySet<string>;
}

/** Names and words in one part: a sentence needs a part for each of its words, so parts are small. */
const entriesPerPart = 50;

/** How many parts have a digest together. They only change where papers have other terms than before. */
const partsTogether = 8;

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
 * The entries of a lexicon that lead to papers of the archive, each with the terms first that papers have most
 * often. A term of several spellings also leads from each to the others.
 */
export function lexiconEntries(
  terms: LexiconFile,
  off: Iterable<string>,
  index: Indexed,
): LexiconEntry[] {
  const isOff = new Set([...off].map((name) => lexiconName(lexiconWords(name))));
  /** For each name, the terms by their keys: two spellings of the same keys are one term. */
  const entries = new Map<string, Map<string, Term>>();
  for (const [spellings, others] of Object.entries(terms)) {
    const own = spellings.split("|").map((text) => text.trim());
    const found = own.map((text) => ({ text, term: indexedTerm(text, index) }));
    for (const name of [...own, ...others]) {
      const words = lexiconWords(name);
      const key = lexiconName(words);
      if (words.every(({ stop }) => stop) || isOff.has(key)) continue;
      const leads = entries.get(key) ?? new Map<string, Term>();
      for (const { text, term } of found) {
        if (term === undefined || text === name || term.keys === key) continue;
        if (!leads.has(term.keys)) leads.set(term.keys, term);
      }
      entries.set(key, leads);
    }
  }
  return [...entries]
    .filter(([, leads]) => leads.size > 0)
    .map(([key, leads]): LexiconEntry => [key, ...inOrder([...leads.values()])])
    .sort(([a], [b]) => (a < b ? -1 : 1));
}

/** A term as the lexicon stores it, with its keys, and how often papers have the rarest of these. */
interface Term {
  text: string;
  keys: string;
  occurrences: number;
}

function inOrder(terms: Term[]): string[] {
  return terms
    .sort((a, b) => b.occurrences - a.occurrences || (a.text < b.text ? -1 : 1))
    .map(({ text }) => text);
}

/** A term of the lexicon; undefined if no paper has one of its keys. */
function indexedTerm(term: string, { occurrences, frequent }: Indexed): Term | undefined {
  const text = term
    .split(/\s+/)
    .map((piece) => {
      const { whole, words } = readPiece(piece);
      if (!whole || occurrences(whole) > 0) return piece;
      return words.map(({ start, end }) => piece.slice(start, end)).join(" ");
    })
    .join(" ");
  const keys = termKeys(text, frequent);
  const least = Math.min(...keys.map(occurrences));
  return keys.length > 0 && least > 0
    ? { text, keys: keys.join(" "), occurrences: least }
    : undefined;
}

/**
 * The keys that a paper must have for a term, as it is in a `LexiconEntry`. `chain-of-thought` is one key, since
 * the archive has it, and `chain of thought` is several.
 */
export function termKeys(term: string, frequent: ReadonlySet<string>): string[] {
  const keys = term.split(/\s+/).flatMap((piece) => {
    const { whole, words } = readPiece(piece);
    return whole ? [whole] : words.flatMap(({ key, stop }) => (stop ? [] : [key]));
  });
  const pair = pairKey(keys, frequent);
  return pair === undefined ? keys : [pair];
}

/** The words of a text without spaces, and the key of them as one word if they are several. */
function readPiece(piece: string): { whole: string | undefined; words: Word[] } {
  const { words, compounds } = normalise(piece);
  const whole = compounds.find(({ count }) => count === words.length && count > 1);
  return { whole: whole?.key, words };
}

/**
 * Splits entries and vectors into parts, in groups, each with a text that is after all names before and not after
 * its own.
 */
export function lexiconParts(
  entries: readonly LexiconEntry[],
  vectors: WordVectors,
): { firstNames: string[]; groups: LexiconPart[][] } {
  const all = [
    ...entries.map((entry) => ({ name: entry[0], names: [entry], vectors: [] })),
    ...[...vectors].map(([name, vector]) => ({
      name,
      names: [],
      vectors: [[name, vector] satisfies WordVector],
    })),
  ].sort((a, b) => (a.name < b.name ? -1 : 1));
  const parts = splitSteadily(all, { size: entriesPerPart, nameOf: ({ name }) => name });
  return {
    firstNames: parts.map((part, at) =>
      separator(parts[at - 1]?.at(-1)?.name ?? "", part[0]?.name ?? ""),
    ),
    groups: splitSteadily(parts, {
      size: partsTogether,
      nameOf: ([first]) => first?.name ?? "",
    }).map((some) =>
      some.map((part) => ({
        names: part.flatMap(({ names }) => names),
        vectors: part.flatMap((one) => one.vectors),
      })),
    ),
  };
}

/** Encodes a part: its names as JSON, then its vectors. */
export function writeLexiconPart({ names, vectors }: LexiconPart): Uint8Array {
  const bytes: number[] = [];
  putText(bytes, JSON.stringify(names));
  return new Uint8Array([...bytes, ...writeNamed(new Map(vectors))]);
}

/** Decodes what `writeLexiconPart` wrote. */
export function readLexiconPart(file: Uint8Array): LexiconPart {
  const reader = new VarintReader(file);
  const names: LexiconEntry[] = JSON.parse(reader.text());
  return { names, vectors: [...readNamed(reader)] };
}

/** Comes after a word and all longer names that begin with it. */
const afterNames = " \uffff";

/** The numbers of the parts that may have a word, or names that begin with it. */
export function partsWithWord(firstNames: readonly string[], word: string): number[] {
  return [...firstNames.keys()].filter((part) => {
    const [first = "", next] = firstNames.slice(part, part + 2);
    return first <= word + afterNames && (next === undefined || next >= word);
  });
}
