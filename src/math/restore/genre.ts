import type { Token } from "./tokens.ts";

/** A text with at least this many words of theory is about theory. */
export const theoryFrom = 3;
const mostTheory = 8;
const mostBench = 10;

/** What a text is about, as counts of different words. */
export interface Genre {
  /** Words of theory, at most 8. */
  readonly theory: number;
  /** Words of those that announce models and benchmarks, at most 10. */
  readonly bench: number;
}

/**
 * A word that says what a text is about. In papers that prove theorems, a single letter is a formula more often
 * than in papers that announce a benchmark.
 */
export interface GenreMark {
  readonly kind: keyof Genre;
  readonly word: string;
  /** What the word before must be: "bounds" counts after "upper" only. */
  readonly after?: RegExp;
}

const theoryWord =
  /^(?:prov(?:e|es|ed|ing)|proofs?|theorems?|lemmas?|conjectur\w*|corollar\w*|polynomials?|equations?|banach|manifolds?|hilbert|operators?|inequalit\w+|lipschitz|sobolev|regret|algebra\w*|eigenvalues?|asymptotic\w*|convex\w*|existence|uniqueness|boundary|vertices|vertex|integers?|np|theoretic\w*|bounded|exponents?|dimensions?|finite|infinite|riemannian|estimates|codes|decoding|lebesgue|brownian|martingales?)$/;
const benchWord =
  /^(?:llms?|benchmarks?|datasets?|agents?|vision|multimodal|prompt\w*|pretrain\w*|users?|videos?|images?|human|annotat\w+|code|robot\w*|transformers?|tokens?|inference|gpus?|reasoning)$/;
const pairs: readonly (readonly [kind: keyof Genre, word: RegExp, after: RegExp])[] = [
  ["theory", /^bounds?$/, /^(?:upp|low)er$/i],
  ["bench", /^models?$/, /^language$/i],
  ["bench", /^tun\w+$/, /^fine$/i],
  ["bench", /^train\w*$/, /^(?:pre|post)$/i],
  ["bench", /^source$/, /^open$/i],
  ["bench", /^art$/, /^the$/i],
];

/** What a word says about its text, if anything. */
export function genreMarkOf(text: string): GenreMark | undefined {
  const word = text.toLowerCase();
  if (theoryWord.test(word)) return { kind: "theory", word };
  if (benchWord.test(word)) return { kind: "bench", word };
  const pair = pairs.find(([, pattern]) => pattern.test(word));
  return pair === undefined ? undefined : { kind: pair[0], word, after: pair[2] };
}

/** The word before a token, or before the hyphen before it. */
const wordBefore = (tokens: readonly Token[], at: number): string =>
  tokens[tokens[at - 1]?.text === "-" ? at - 2 : at - 1]?.text ?? "";

/** The genre of a text, from its marked words. `at` has their places. */
export function genreOf(
  tokens: readonly Token[],
  at: readonly number[],
  marks: readonly GenreMark[],
): Genre {
  const found = { theory: new Set<string>(), bench: new Set<string>() };
  for (const [index, { kind, word, after }] of marks.entries()) {
    if (after === undefined) found[kind].add(word);
    else {
      const before = wordBefore(tokens, at[index] ?? 0);
      if (after.test(before)) found[kind].add(`${before} ${word}`);
    }
  }
  return {
    theory: Math.min(mostTheory, found.theory.size),
    bench: Math.min(mostBench, found.bench.size),
  };
}
