import { dimensions, dot } from "../../src/search/index/packed-vectors.ts";

/** A text as the numbers of its words, and how often it has each. */
export interface Bag {
  words: Int32Array;
  counts: Float32Array;
}

/** A text and what it should be found by: a sentence and the rest of its paper. */
export interface Pair {
  query: Bag;
  text: Bag;
}

/** What is learned from. */
export interface VectorTask {
  /** The information of each word. */
  information: Float32Array;
  /** Makes a number of pairs, no two of which have the same text. */
  pairs: (count: number, random: () => number) => Pair[];
}

const rate = 0.05;
const temperature = 0.05;
/** A smaller slope, of the largest, is not worth its time. */
const leastSlope = 1e-4;

/** A generator of numbers from 0 to 1 that are the same every time (Mulberry32). */
export function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

/** The vectors while they are learned. */
class Learner {
  readonly vectors: Float32Array;
  private readonly gradient: Float32Array;
  private readonly squares: Float32Array;
  private readonly touched = new Set<number>();
  private readonly information: Float32Array;

  constructor(information: Float32Array, random: () => number) {
    this.information = information;
    const size = information.length * dimensions;
    this.vectors = Float32Array.from({ length: size }, () => normal(random) * 0.1);
    this.gradient = new Float32Array(size);
    this.squares = new Float32Array(information.length).fill(1e-6);
  }

  /** The direction of a text, and the length of the sum of its words. */
  embed({ words, counts }: Bag): { unit: Float32Array; length: number } {
    const sum = new Float32Array(dimensions);
    const { vectors } = this;
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at] ?? 0;
      const weight = this.weight(word, counts[at] ?? 0);
      const start = word * dimensions;
      for (let d = 0; d < dimensions; d += 1) {
        sum[d] = (sum[d] ?? 0) + weight * (vectors[start + d] ?? 0);
      }
    }
    const length = Math.sqrt(dot(sum, sum)) + 1e-6;
    return { unit: sum.map((value) => value / length), length };
  }

  private weight(word: number, count: number): number {
    return count > 0 ? (this.information[word] ?? 0) * (1 + Math.log(count)) : 0;
  }

  /** Passes the gradient of a text's direction on to its words. */
  pass({ words, counts }: Bag, unit: Float32Array, length: number, gradient: Float32Array): void {
    const along = dot(gradient, unit);
    const own = gradient.map((value, d) => (value - along * (unit[d] ?? 0)) / length);
    const all = this.gradient;
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at] ?? 0;
      const weight = this.weight(word, counts[at] ?? 0);
      if (weight === 0) continue;
      this.touched.add(word);
      const start = word * dimensions;
      for (let d = 0; d < dimensions; d += 1) {
        all[start + d] = (all[start + d] ?? 0) + weight * (own[d] ?? 0);
      }
    }
  }

  /** Moves the words along their gradients (AdaGrad with one rate a word). */
  move(): void {
    for (const word of this.touched) {
      const start = word * dimensions;
      const slopes = this.gradient.subarray(start, start + dimensions);
      this.squares[word] = (this.squares[word] ?? 0) + dot(slopes, slopes) / dimensions;
      const step = rate / Math.sqrt(this.squares[word] ?? 1);
      for (let d = 0; d < dimensions; d += 1) {
        this.vectors[start + d] = (this.vectors[start + d] ?? 0) - step * (slopes[d] ?? 0);
      }
      slopes.fill(0);
    }
    this.touched.clear();
  }
}

function normal(random: () => number): number {
  return Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
}

/**
 * Learns a vector for each word, so that a query is more like its own text than like the other texts of
 * its batch. Returns the vectors one after the other, each times the information of its word.
 */
export function learnVectors(
  tasks: readonly VectorTask[],
  { steps, batch, seed }: { steps: number; batch: number; seed: number },
  progress: (step: number, loss: number) => void,
): Float32Array {
  const random = randomNumbers(seed);
  const [first] = tasks;
  if (!first) throw new RangeError("There is nothing to learn from.");
  const learner = new Learner(first.information, random);
  for (let step = 0; step < steps; step += 1) {
    for (const task of tasks) {
      const loss = learn(learner, task.pairs(batch, random));
      if (task === first) progress(step, loss);
    }
  }
  return learner.vectors.map(
    (value, at) => value * (first.information[Math.floor(at / dimensions)] ?? 0),
  );
}

/** One step; returns the mean loss before it. */
function learn(learner: Learner, pairs: readonly Pair[]): number {
  const count = pairs.length;
  const queries = pairs.map(({ query }) => learner.embed(query));
  const texts = pairs.map(({ text }) => learner.embed(text));
  const likeness = queries.map(({ unit }) =>
    Float64Array.from(texts, (text) => Math.exp((dot(unit, text.unit) - 1) / temperature)),
  );
  const rows = likeness.map((row) => row.reduce((sum, one) => sum + one, 0));
  const columns = texts.map((_, at) => likeness.reduce((sum, row) => sum + (row[at] ?? 0), 0));
  const ofQueries = queries.map(() => new Float32Array(dimensions));
  const ofTexts = texts.map(() => new Float32Array(dimensions));
  let loss = 0;
  for (const [i, row] of likeness.entries()) {
    loss -= Math.log((row[i] ?? 0) / (rows[i] ?? 1));
    for (let j = 0; j < row.length; j += 1) {
      const one = row[j] ?? 0;
      const share = (one / (rows[i] ?? 1) + one / (columns[j] ?? 1)) / 2;
      const slope = (share - (i === j ? 1 : 0)) / (temperature * count);
      // Most texts are nothing like the query.
      if (Math.abs(slope) < leastSlope) continue;
      const [query, text] = [queries[i]?.unit, texts[j]?.unit];
      const [ofQuery, ofText] = [ofQueries[i], ofTexts[j]];
      if (!query || !text || !ofQuery || !ofText) continue;
      for (let d = 0; d < dimensions; d += 1) {
        ofQuery[d] = (ofQuery[d] ?? 0) + slope * (text[d] ?? 0);
        ofText[d] = (ofText[d] ?? 0) + slope * (query[d] ?? 0);
      }
    }
  }
  for (const [at, { query, text }] of pairs.entries()) {
    const [one, other] = [queries[at], texts[at]];
    if (one) learner.pass(query, one.unit, one.length, ofQueries[at] ?? one.unit);
    if (other) learner.pass(text, other.unit, other.length, ofTexts[at] ?? other.unit);
  }
  learner.move();
  return loss / count;
}
