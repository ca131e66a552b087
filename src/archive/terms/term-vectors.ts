import { knownTerm } from "./background.ts";
import { basePapers } from "./base-papers.ts";
import { type CountedTerms, countTerms, topicOfKey } from "./count-terms.ts";
import { frequencyStep } from "./frequency-step.ts";
import type { PaperTexts } from "./paper-texts.ts";

/**
 * Papers as vectors of weighted terms, each of length 1. Row `i` spans `starts[i]` to `starts[i + 1]`,
 * the heaviest term first. Weights are multiples of 1 / `precision`, so that sums of products of them are exact and
 * do not depend on their order.
 */
export interface TermVectors {
  /** In the order of code units. */
  ids: readonly string[];
  /** Terms by number. */
  keys: readonly string[];
  starts: Uint32Array;
  terms: Uint32Array;
  weights: Float32Array;
}

/** So that the products of two rows' weights can be summed up in 32 bits. */
export const precision = 2 ** 14;

// Set by reading the nearest papers of an archive of 62 (tests/site/related.test.ts holds some of them);
// the results hardly change around these values.
const settings = {
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

/** In smaller archives, all papers are the base. */
const largestBaseOfAll = 100;
/** A tenth of new papers hardly changes the weights: `npm run related:evaluate` measures it. */
const baseGrowth = 1.1;
const mostNewTerms = 20;

/** Weighs the terms of papers by TF-IDF. Their order makes no difference. */
export function termVectors(
  papers: readonly PaperTexts[],
  counted: CountedTerms = countTerms(papers),
): TermVectors {
  const isSmall = papers.length <= largestBaseOfAll;
  const base = isSmall ? papers : basePapers(papers, baseGrowth);
  return weighTerms(counted, new Set(base.map(({ id }) => id)), isSmall ? 0 : mostNewTerms);
}

/**
 * Weighs terms by how many papers of a base have them: a row depends on its paper and the base alone. Terms
 * that the base and the paper itself do not show to be of two papers come last, at most `newTerms` of them, and do not
 * count for the length.
 */
export function weighTerms(
  counted: CountedTerms,
  base: ReadonlySet<string>,
  newTerms = 0,
): TermVectors {
  const { ids, keys } = counted;
  const frequencies = frequenciesIn(counted, base);
  const weightOf = new Float64Array(keys.length).fill(-1);
  const starts = new Uint32Array(ids.length + 1);
  const most = (settings.termsOfPaper + newTerms) * ids.length;
  const terms = new Uint32Array(Math.min(most, counted.terms.length));
  const weights = new Float32Array(terms.length);
  let end = 0;
  for (let paper = 0; paper < ids.length; paper++) {
    const known: Weighed[] = [];
    const unknown: Weighed[] = [];
    // Of a paper that is not in the base, a term that one paper of the base has is one of two papers.
    const others = base.has(ids[paper] ?? "") ? 1 : 0;
    for (let at = counted.starts[paper] ?? 0; at < (counted.starts[paper + 1] ?? 0); at++) {
      const term = counted.terms[at] ?? 0;
      let ofTerm = weightOf[term] ?? 0;
      // Only of terms that are in use.
      if (ofTerm < 0) {
        ofTerm = termWeight(keys[term] ?? "", frequencies[term] ?? 0, base.size);
        weightOf[term] = ofTerm;
      }
      const weight = ofTerm * (counted.presence[at] ?? 0);
      if (weight > 0) ((frequencies[term] ?? 0) > others ? known : unknown).push({ term, weight });
    }
    const row = heaviest(known, settings.termsOfPaper);
    const length = Math.sqrt(row.reduce((sum, { weight }) => sum + weight * weight, 0)) || 1;
    for (const { term, weight } of [...row, ...heaviest(unknown, newTerms)]) {
      terms[end] = term;
      weights[end] = Math.round((weight / length) * precision) / precision;
      end += 1;
    }
    starts[paper + 1] = end;
  }
  return {
    ids,
    keys,
    starts,
    terms: terms.slice(0, end),
    weights: weights.slice(0, end),
  };
}

interface Weighed {
  term: number;
  weight: number;
}

/** Of equal weights, the term that comes first in the text is the heavier one. */
function heaviest(terms: Weighed[], most: number): Weighed[] {
  return most === 0 ? [] : terms.sort((a, b) => b.weight - a.weight).slice(0, most);
}

function frequenciesIn(
  { ids, keys, starts, terms }: CountedTerms,
  base: ReadonlySet<string>,
): Uint32Array {
  const counts = new Uint32Array(keys.length);
  for (const [paper, id] of ids.entries()) {
    if (!base.has(id)) continue;
    for (let at = starts[paper] ?? 0; at < (starts[paper + 1] ?? 0); at++) {
      const term = terms[at] ?? 0;
      counts[term] = (counts[term] ?? 0) + 1;
    }
  }
  return counts.map(frequencyStep);
}

function termWeight(key: string, papersWith: number, papers: number): number {
  const topic = topicOfKey(key) !== undefined;
  const { frequency, topical } = topic
    ? { frequency: settings.topicFrequency, topical: 1 }
    : knownTerm(key);
  const among = settings.backgroundPapers;
  const share = Math.min(1, (papersWith + among * frequency) / (papers + among));
  const kind = topic ? settings.topic : key.includes(" ") ? settings.pair : 1;
  // The exponents are meant for a cosine, in which the weight of a shared term is squared.
  return kind * (-Math.log(share)) ** 0.7 * topical ** 1.5;
}
