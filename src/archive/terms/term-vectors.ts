import { knownTerm } from "./background.ts";
import { basePapers } from "./base-papers.ts";
import { type CountedTerms, countTerms, topicOfKey } from "./count-terms.ts";
import { frequencyStep } from "./frequency-step.ts";
import { heaviestTerms } from "./heaviest-terms.ts";
import type { PaperTexts } from "./paper-texts.ts";
import { TermRows } from "./term-rows.ts";

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

/** Vectors, and what they were weighed by. */
export interface WeighedTerms extends TermVectors {
  /** How many papers of the base have each term, in steps. */
  frequencies: Uint32Array;
  /** 1 for each paper of the base. */
  inBase: Uint32Array;
  /** The most terms of a paper that the base does not know. */
  newTerms: number;
  /** How many rows are not those of former vectors. */
  renewed: number;
}

/** The terms of an archive, and its vectors. */
export interface ArchiveTerms {
  counted: CountedTerms;
  vectors: WeighedTerms;
}

/** Weighs the terms of papers by TF-IDF. Their order makes no difference. Former vectors save time, and change nothing. */
export function termVectors(
  papers: readonly PaperTexts[],
  counted: CountedTerms = countTerms(papers),
  former?: ArchiveTerms,
): WeighedTerms {
  const isSmall = papers.length <= largestBaseOfAll;
  const base = isSmall ? papers : basePapers(papers, baseGrowth);
  const ids = new Set(base.map(({ id }) => id));
  return weighTerms(counted, ids, isSmall ? 0 : mostNewTerms, former);
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
  former?: ArchiveTerms,
): WeighedTerms {
  const { ids, keys } = counted;
  const inBase = Uint32Array.from(ids, (id) => (base.has(id) ? 1 : 0));
  const frequencies = frequenciesIn(counted, inBase);
  const weighed = { frequencies, inBase, newTerms };
  const known = former && sameRows(counted, weighed, former);
  const rows = new TermRows(ids.length, (settings.termsOfPaper + newTerms) * ids.length);
  const formerRows = former && { ...former.vectors, values: former.vectors.weights };
  const weigh = weigher(counted, weighed, rows.add);
  let renewed = 0;
  for (let paper = 0; paper < ids.length; paper++) {
    const row = known?.[paper] ?? -1;
    if (formerRows && row >= 0) rows.copy(formerRows, row);
    else {
      weigh(paper);
      renewed += 1;
    }
    rows.end();
  }
  const { values: weights, ...made } = rows.finish();
  return { ids, keys, ...made, weights, ...weighed, renewed };
}

type Weighed = Pick<WeighedTerms, "frequencies" | "inBase" | "newTerms">;

/** Makes a function that weighs the terms of a paper, by number. */
function weigher(
  counted: CountedTerms,
  { frequencies, inBase, newTerms }: Weighed,
  add: (term: number, weight: number) => void,
): (paper: number) => void {
  const { keys, starts, terms, presence } = counted;
  const papersInBase = inBase.reduce((sum, one) => sum + one, 0);
  const weightOf = new Float64Array(keys.length).fill(-1);
  const weightAt = (at: number): number => {
    const term = terms[at] ?? 0;
    let ofTerm = weightOf[term] ?? 0;
    // Only of terms that are in use.
    if (ofTerm < 0) {
      ofTerm = termWeight(keys[term] ?? "", frequencies[term] ?? 0, papersInBase);
      weightOf[term] = ofTerm;
    }
    return ofTerm * (presence[at] ?? 0);
  };
  const [known, unknown] = [heaviestTerms(), heaviestTerms()];
  return (paper) => {
    const start = starts[paper] ?? 0;
    // Of a paper that is not in the base, a term that one paper of the base has is one of two papers.
    const others = inBase[paper] ?? 0;
    for (let at = start; at < (starts[paper + 1] ?? 0); at++) {
      const weight = weightAt(at);
      if (weight <= 0) continue;
      ((frequencies[terms[at] ?? 0] ?? 0) > others ? known : unknown).add(at - start, weight);
    }
    const row = known.take(settings.termsOfPaper);
    let squares = 0;
    for (const at of row) squares += weightAt(start + at) ** 2;
    const length = Math.sqrt(squares) || 1;
    for (const at of [...row, ...unknown.take(newTerms)]) {
      const weight = weightAt(start + at) / length;
      add(terms[start + at] ?? 0, Math.round(weight * precision) / precision);
    }
  };
}

/**
 * For each paper, its row in former vectors if it is the same: the paper has the same texts, and its terms the same
 * frequencies in a base of the same size. Undefined if terms have other numbers.
 */
function sameRows(
  { ids, texts, keys, starts, terms }: CountedTerms,
  { frequencies, inBase, newTerms }: Weighed,
  { counted: before, vectors }: ArchiveTerms,
): Int32Array | undefined {
  const sizeOf = (base: Uint32Array) => base.reduce((sum, one) => sum + one, 0);
  if (vectors.newTerms !== newTerms || sizeOf(vectors.inBase) !== sizeOf(inBase)) return undefined;
  if (before.keys.some((key, term) => keys[term] !== key)) return undefined;
  const rowOf = new Map(before.ids.map((id, row) => [id, row]));
  const hasAll = (paper: number) => {
    for (let at = starts[paper] ?? 0; at < (starts[paper + 1] ?? 0); at++) {
      const term = terms[at] ?? 0;
      if (frequencies[term] !== vectors.frequencies[term]) return false;
    }
    return true;
  };
  return Int32Array.from(ids, (id, paper) => {
    const row = rowOf.get(id) ?? -1;
    if (row < 0 || before.texts[row] !== texts[paper]) return -1;
    return vectors.inBase[row] === inBase[paper] && hasAll(paper) ? row : -1;
  });
}

function frequenciesIn({ keys, starts, terms }: CountedTerms, inBase: Uint32Array): Uint32Array {
  const counts = new Uint32Array(keys.length);
  for (let paper = 0; paper < inBase.length; paper++) {
    if (inBase[paper] === 0) continue;
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
