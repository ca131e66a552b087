import type { LexiconFile } from "../../src/schemas/lexicon.ts";
import { idf } from "../../src/search/engine/idf.ts";
import { meaningKeys } from "../../src/search/index/paper-vectors.ts";
import { normalise } from "../../src/search/text/normalise.ts";
import type { Bag, Pair, VectorTask } from "./learn-vectors.ts";

/** A paper to learn from. */
export interface Text {
  title: string;
  abstract: string;
}

/** Words of fewer papers say too little, words of more say nothing. */
const leastPapers = 3;
const mostShare = 0.25;
/** The shortest sentence that is learned from, in words. */
const shortest = 4;
/** The share of a sentence's words that are left out, so that the others must do. */
const dropped = 0.3;
/** The share of a sentence's terms that are replaced by what others call them. */
const replaced = 0.5;

/** A title or a sentence, with the terms of the lexicon in it. */
interface Sentence {
  paper: number;
  words: number[];
  isTitle: boolean;
  terms: Term[];
}

/** A term of the lexicon, and all its names and other spellings, as numbers of words. */
interface Term {
  words: number[];
  names: number[][];
}

/** The vocabulary and the tasks: sentences and their papers, names and their terms. */
export function vectorTasks(
  texts: readonly Text[],
  lexicon: LexiconFile,
): { vocabulary: string[]; tasks: VectorTask[] } {
  const papers = texts.map(({ title, abstract }) => ({
    title: meaningKeys(normalise(title)),
    sentences: abstract
      .split(/(?<=[.!?])\s+(?=\p{Lu})/u)
      .map((sentence) => meaningKeys(normalise(sentence))),
  }));
  const frequencies = new Map<string, number>();
  for (const { title, sentences } of papers) {
    for (const key of new Set([...title, ...sentences.flat()])) {
      frequencies.set(key, (frequencies.get(key) ?? 0) + 1);
    }
  }
  const entries = Object.entries(lexicon).map(([spellings, names]) => ({
    spellings: spellings.split("|").map((text) => meaningKeys(normalise(text))),
    names: names.map((text) => meaningKeys(normalise(text))),
  }));
  const isUseful = (key: string) => (frequencies.get(key) ?? 0) < texts.length * mostShare;
  const frequent = [...frequencies].flatMap(([key, count]) => (count >= leastPapers ? [key] : []));
  const named = entries.flatMap(({ spellings, names }) => [...spellings, ...names].flat());
  const vocabulary = [...new Set([...frequent, ...named])].filter(isUseful).sort();
  const numbers = new Map(vocabulary.map((key, at) => [key, at]));
  const numbersOf = (keys: readonly string[]) => keys.flatMap((key) => numbers.get(key) ?? []);
  const information = Float32Array.from(vocabulary, (key) =>
    idf(frequencies.get(key) ?? 0, texts.length),
  );
  const terms = entries.flatMap(({ spellings, names }): Term[] => {
    const own = spellings.map(numbersOf).filter(({ length }) => length > 0);
    const others = [...own, ...names.map(numbersOf)].filter(({ length }) => length > 0);
    return own.map((words) => ({ words, names: others.filter((name) => name !== words) }));
  });
  const numbered = papers.map(({ title, sentences }) => ({
    title: numbersOf(title),
    sentences: sentences.map(numbersOf),
  }));
  return {
    vocabulary,
    tasks: [sentenceTask(numbered, terms, information), nameTask(terms, information)],
  };
}

function sentenceTask(
  papers: readonly { title: number[]; sentences: number[][] }[],
  terms: readonly Term[],
  information: Float32Array,
): VectorTask {
  const byFirst = Map.groupBy(terms, ({ words }) => words[0] ?? -1);
  const termsIn = (words: readonly number[]) => {
    const own = new Set(words);
    return [...own].flatMap((word) =>
      (byFirst.get(word) ?? []).filter(
        (term) => term.names.length > 0 && term.words.every((other) => own.has(other)),
      ),
    );
  };
  const sentences = papers.flatMap(({ title, sentences: all }, paper): Sentence[] =>
    [title, ...all].flatMap((words, at) =>
      words.length >= shortest ? [{ paper, words, isTitle: at === 0, terms: termsIn(words) }] : [],
    ),
  );
  const counts = papers.map(({ title, sentences: all }) =>
    countsOf([...title, ...title, ...all.flat()]),
  );
  return {
    information,
    pairs: (count, random) => {
      const pairs = new Map<number, Pair>();
      for (let tries = 0; tries < count; tries += 1) {
        const sentence = sentences[Math.floor(random() * sentences.length)];
        if (!sentence || pairs.has(sentence.paper)) continue;
        const rest = new Map(counts[sentence.paper]);
        for (const word of sentence.words) {
          rest.set(word, (rest.get(word) ?? 0) - (sentence.isTitle ? 2 : 1));
        }
        pairs.set(sentence.paper, {
          query: bagOf(countsOf(reworded(sentence, random))),
          text: bagOf(rest),
        });
      }
      return [...pairs.values()];
    },
  };
}

/** A sentence as others might say it: without some of its words, and with other names for its terms. */
function reworded({ words, terms }: Sentence, random: () => number): number[] {
  const left = new Set(words);
  const added: number[] = [];
  for (const term of terms) {
    if (random() >= replaced) continue;
    for (const word of term.words) left.delete(word);
    added.push(...(term.names[Math.floor(random() * term.names.length)] ?? []));
  }
  const kept = words.filter((word) => left.has(word) && random() >= dropped);
  return kept.length + added.length > 0 ? [...kept, ...added] : words;
}

function nameTask(terms: readonly Term[], information: Float32Array): VectorTask {
  const withNames = terms.filter(({ names }) => names.length > 0);
  return {
    information,
    pairs: (count, random) => {
      const pairs = new Map<Term, Pair>();
      for (let tries = 0; tries < count / 2; tries += 1) {
        const term = withNames[Math.floor(random() * withNames.length)];
        const name = term?.names[Math.floor(random() * term.names.length)];
        if (!term || !name) continue;
        pairs.set(term, { query: bagOf(countsOf(name)), text: bagOf(countsOf(term.words)) });
      }
      return [...pairs.values()];
    },
  };
}

function countsOf(words: readonly number[]): Map<number, number> {
  const counts = new Map<number, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}

function bagOf(counts: ReadonlyMap<number, number>): Bag {
  const kept = [...counts].filter(([, count]) => count > 0);
  return {
    words: Int32Array.from(kept, ([word]) => word),
    counts: Float32Array.from(kept, ([, count]) => count),
  };
}
