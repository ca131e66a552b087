import { knownTerm } from "../terms/background.ts";
import { plainWords } from "../terms/plain-words.ts";
import { pairKey, splitWords, type Word } from "../terms/split-terms.ts";
import type { SharedTerm } from "./shared-terms.ts";

const most = 3;
// The least share of the similarity, relative to the strongest phrase, that is worth showing.
const leastShare = 0.3;
// Words that say little about any subject, such as "novel approach", are not shown either.
const leastTopical = 0.5;

interface Phrase {
  keys: string[];
  part: number;
  /** How often the texts use each spelling within sentences. */
  written: Map<string, number>;
  /** Its spelling in a title in title case, in lower case. */
  headed: string;
}

/** A text with its words, and whether it is a title. */
interface Place {
  text: string;
  words: PlacedWord[];
  isTitle: boolean;
  /** The numbers of words, by their keys and by those of their pairs. */
  at: ReadonlyMap<string, readonly number[]>;
}

interface PlacedWord extends Word {
  /** The key of the pair that it forms with the word before it. */
  pair: string | undefined;
}

/**
 * The terms that two papers share, in the spelling of the first. Adjacent shared words form one
 * phrase. At most three, strongest first.
 */
export function phrasesIn(paper: {
  title: string;
  abstract: string;
}): (shared: readonly SharedTerm[]) => string[] {
  // Once for all papers that this one is compared with.
  const places = [paper.title, paper.abstract].map((markdown, index): Place => {
    const text = plainWords(markdown);
    const at = new Map<string, number[]>();
    const note = (key: string, number: number) => {
      const known = at.get(key);
      if (known) known.push(number);
      else at.set(key, [number]);
    };
    const words = splitWords(text).map((word, number, all): PlacedWord => {
      const before = all[number - 1];
      const pair = before && word.follows ? pairKey(before, word) : undefined;
      note(word.key, number);
      if (pair !== undefined) note(pair, number);
      return { ...word, pair };
    });
    return { text, words, isTitle: index === 0, at };
  });
  return (shared) => chosen(phrasesAt(places, new Map(shared.map(({ key, part }) => [key, part]))));
}

function phrasesAt(places: readonly Place[], parts: ReadonlyMap<string, number>): Phrase[] {
  const phrases = new Map<string, Phrase>();
  for (const place of places) {
    for (const run of runsOf(place, parts)) {
      const { text, isTitle } = place;
      const key = run.map((word) => word.key).join(" ");
      const start = run[0]?.start ?? 0;
      const surface = text.slice(start, run.at(-1)?.end).replace(/\s+/g, " ");
      const phrase = phrases.get(key) ?? {
        keys: run.map((word) => word.key),
        part: partOf(run, parts),
        written: new Map<string, number>(),
        headed: surface.replace(capital, (letter) => letter.toLowerCase()),
      };
      if (!isTitle && !/(^|[.!?:]\s+)$/.test(text.slice(Math.max(0, start - 3), start))) {
        phrase.written.set(surface, (phrase.written.get(surface) ?? 0) + 1);
      }
      phrases.set(key, phrase);
    }
  }
  return [...phrases.values()];
}

/** The first letter of a word that is otherwise in lower case. */
const capital = /(?<![\p{L}\p{N}])\p{Lu}(?=\p{Ll}+(?![\p{L}\p{N}]))/gu;

function chosen(phrases: readonly Phrase[]): string[] {
  const sorted = phrases.toSorted((a, b) => b.part - a.part || (a.headed < b.headed ? -1 : 1));
  const least = leastShare * (sorted[0]?.part ?? 0);
  const shown: string[] = [];
  const names: string[] = [];
  for (const { keys, part, written, headed } of sorted) {
    if (names.length === most || part < least) break;
    if (keys.some((key) => shown.includes(key)) || isAbbreviationOfShown(keys, shown)) continue;
    shown.push(...keys);
    names.push((usual(written) ?? headed).replace(/['’]s?$/, ""));
  }
  return names;
}

/** Whether these words are the long form of an abbreviation that is already shown: RL, LLM. */
function isAbbreviationOfShown(keys: readonly string[], shown: readonly string[]): boolean {
  const initials = keys.map((key) => key[0]).join("");
  return keys.length > 1 && shown.some((key) => key.length <= 4 && key.endsWith(initials));
}

/** The longest runs of words in which all neighbours are shared pairs, or single words, in their order. */
function runsOf({ words, at }: Place, parts: ReadonlyMap<string, number>): PlacedWord[][] {
  const shared = [...parts.keys()].flatMap((key) => at.get(key) ?? []);
  const numbers = [...new Set(shared)].sort((a, b) => a - b);
  const isPair = (word: PlacedWord | undefined) => word?.pair !== undefined && parts.has(word.pair);
  const runs: PlacedWord[][] = [];
  // The word after the last run.
  let end = 0;
  for (const number of numbers) {
    if (number < end) continue;
    // A shared pair is noted at its second word.
    const start = isPair(words[number]) ? number - 1 : number;
    end = start + 1;
    while (isPair(words[end])) end += 1;
    runs.push(words.slice(start, end));
  }
  return runs.filter((one) => one.some(({ key }) => knownTerm(key).topical >= leastTopical));
}

function partOf(run: readonly PlacedWord[], parts: ReadonlyMap<string, number>): number {
  const keys = new Set(
    run.flatMap(({ key, pair }, at) => (at > 0 && pair !== undefined ? [key, pair] : [key])),
  );
  return [...keys].reduce((sum, key) => sum + (parts.get(key) ?? 0), 0);
}

/**
 * In lower case if the text has that spelling anywhere, otherwise in the most frequent spelling.
 */
function usual(written: ReadonlyMap<string, number>): string | undefined {
  const isSmall = (surface: string) => (surface === surface.toLowerCase() ? 1 : 0);
  const [first] = [...written].sort(
    ([a, times], [b, others]) => isSmall(b) - isSmall(a) || others - times || (a < b ? -1 : 1),
  );
  return first?.[0];
}
