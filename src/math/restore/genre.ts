const theoryWords =
  /\b(?:prov(?:e|es|ed|ing)|proofs?|theorems?|lemmas?|conjectur\w*|corollar\w*|polynomials?|equations?|Banach|manifolds?|Hilbert|operators?|inequalit\w+|Lipschitz|Sobolev|regret|algebra\w*|eigenvalues?|asymptotic\w*|convex\w*|existence|uniqueness|boundary|vertices|vertex|integers?|NP|theoretic\w*|(?:upp|low)er bounds?|bounded|exponents?|dimensions?|finite|infinite|Riemannian|estimates|codes|decoding|Lebesgue|Brownian|martingales?)\b/gi;

/** A text with at least this many words of theory is about theory. */
export const theoryFrom = 3;

const benchWords =
  /\b(?:LLMs?|language models?|benchmarks?|datasets?|agents?|fine-tun\w+|vision|multimodal|prompt\w*|pre-?train\w*|open-source|state-of-the-art|users?|videos?|images?|human|annotat\w+|code|robot\w*|transformers?|tokens?|inference|GPUs?|post-training|reasoning)\b/gi;

function countOf(words: RegExp, text: string, most: number): number {
  const found = new Set<string>();
  for (const [word] of text.matchAll(words)) {
    found.add(word.toLowerCase());
    if (found.size === most) break;
  }
  return found.size;
}

/**
 * How many different words of theory a text has, at most `theoryFrom`. In papers that prove
 * theorems, a single letter is a formula more often than in papers that announce a benchmark.
 */
export const theoryOf = (text: string): number => countOf(theoryWords, text, theoryFrom);

/** What a text is about, as counts of different words. */
export interface Genre {
  /** Words of theory, at most 8. */
  readonly theory: number;
  /** Words of those that announce models and benchmarks, at most 10. */
  readonly bench: number;
}

/**
 * The genre of a text, from traces anywhere in it. `known` is what `theoryOf` counted, if it is known: a
 * number below its limit is the whole number.
 */
export const genreOf = (text: string, known: number = theoryFrom): Genre => ({
  theory: known < theoryFrom ? known : countOf(theoryWords, text, 8),
  bench: countOf(benchWords, text, 10),
});
