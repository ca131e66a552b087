const theoryWords =
  /\b(?:prov(?:e|es|ed|ing)|proofs?|theorems?|lemmas?|conjectur\w*|corollar\w*|polynomials?|equations?|Banach|manifolds?|Hilbert|operators?|inequalit\w+|Lipschitz|Sobolev|regret|algebra\w*|eigenvalues?|asymptotic\w*|convex\w*|existence|uniqueness|boundary|vertices|vertex|integers?|NP|theoretic\w*|(?:upp|low)er bounds?|bounded|exponents?|dimensions?|finite|infinite|Riemannian|estimates|codes|decoding|Lebesgue|Brownian|martingales?)\b/gi;

/** From so many of its words on, a text is one of theory. */
export const theoryFrom = 3;

/**
 * How many different words of theory a text has, at most `theoryFrom`. Where theorems are proved,
 * a lone letter is a formula more often than where a benchmark is announced.
 */
export function theoryOf(text: string): number {
  const found = new Set<string>();
  for (const [word] of text.matchAll(theoryWords)) {
    found.add(word.toLowerCase());
    if (found.size === theoryFrom) break;
  }
  return found.size;
}
