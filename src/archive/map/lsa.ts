import { Randomizer } from "@saehrimnir/druidjs";
import type { TermVectors } from "../terms/term-vectors.ts";

const iterations = 4;
const seed = 20251113;

/** What some papers have in common: a row of few dimensions for each of their terms, one after the other. */
export interface LatentTerms {
  keys: readonly string[];
  dimensions: number;
  values: Float32Array;
}

/** Papers as rows of the same length, one after the other. */
export interface LatentRows {
  dimensions: number;
  values: Float32Array;
}

/**
 * Latent semantic analysis: papers as rows of few dimensions, in which papers on similar subjects are
 * close even if they share no word. A randomised truncated singular value decomposition (Halko,
 * Martinsson and Tropp 2011), by subspace iteration. The basis may be rotated, which does not change distances.
 */
export function latentTerms(
  rows: Rows & Pick<TermVectors, "keys">,
  dimensions: number,
): LatentTerms {
  const terms = numberTerms(rows);
  const random = new Randomizer(seed);
  let basis: Float64Array[] = Array.from({ length: dimensions }, () =>
    Float64Array.from({ length: terms.count }, () => random.random - 0.5),
  );
  for (let round = 0; round < iterations; round++) {
    basis = orthonormal(basis.map((column) => toTerms(rows, terms, toPapers(rows, terms, column))));
  }
  const values = new Float32Array(terms.count * dimensions);
  for (const [dimension, column] of basis.entries()) {
    for (const [term, value] of column.entries()) values[term * dimensions + dimension] = value;
  }
  return { keys: terms.used.map((term) => rows.keys[term] ?? ""), dimensions, values };
}

/** Makes a function for the row of a paper from its terms, by number, and their weights. It is overwritten by the next one. */
export type ToLatent = (terms: ArrayLike<number>, weights: ArrayLike<number>) => Float64Array;

/**
 * Rows of length 1, for terms whose numbers are those of `keys`. A row depends on these terms alone; that of terms
 * of which none is known is zero.
 */
export function toLatent(
  keys: readonly string[],
  { keys: known, dimensions, values: ofTerm }: LatentTerms,
): ToLatent {
  const numbers = new Map(known.map((key, number) => [key, number]));
  const numberOf = Int32Array.from(keys, (key) => numbers.get(key) ?? -1);
  const row = new Float64Array(dimensions);
  return (terms, weights) => {
    row.fill(0);
    for (let place = 0; place < terms.length; place++) {
      const number = numberOf[terms[place] ?? 0] ?? -1;
      if (number < 0) continue;
      const weight = weights[place] ?? 0;
      for (let dimension = 0; dimension < dimensions; dimension++) {
        row[dimension] =
          (row[dimension] ?? 0) + weight * (ofTerm[number * dimensions + dimension] ?? 0);
      }
    }
    // Rounded, so that differences in the last digit between machines do not change the result.
    row.set(unit(row).map((value) => Math.round(value * 1e6) / 1e6));
    return row;
  };
}

/** The rows of all papers of vectors. */
export function latentRows(vectors: TermVectors, latent: LatentTerms): LatentRows {
  const { ids, keys, starts, terms, weights } = vectors;
  const { dimensions } = latent;
  const values = new Float32Array(ids.length * dimensions);
  const rowOf = toLatent(keys, latent);
  for (let paper = 0; paper < ids.length; paper++) {
    const [start, end] = [starts[paper] ?? 0, starts[paper + 1] ?? 0];
    values.set(rowOf(terms.subarray(start, end), weights.subarray(start, end)), paper * dimensions);
  }
  return { dimensions, values };
}

/** The rows of vectors that are analysed. */
type Rows = Pick<TermVectors, "starts" | "terms" | "weights">;

interface Numbered {
  /** The number of terms in use. */
  count: number;
  /** The terms in use, in the order of their indexes. */
  used: number[];
  /** The index of each place's term among the terms in use. */
  at: Uint32Array;
}

/** Numbers the terms that occur in a vector; most of the vocabulary does not. */
function numberTerms({ terms }: Rows): Numbered {
  const numbers = new Map<number, number>();
  const at = terms.map((term) => {
    const known = numbers.get(term);
    if (known !== undefined) return known;
    numbers.set(term, numbers.size);
    return numbers.size - 1;
  });
  return { count: numbers.size, used: [...numbers.keys()], at };
}

function toPapers({ starts, weights }: Rows, { at }: Numbered, column: Float64Array) {
  const sums = new Float64Array(starts.length - 1);
  for (let paper = 0; paper < sums.length; paper++) {
    let sum = 0;
    for (let place = starts[paper] ?? 0; place < (starts[paper + 1] ?? 0); place++) {
      sum += (weights[place] ?? 0) * (column[at[place] ?? 0] ?? 0);
    }
    sums[paper] = sum;
  }
  return sums;
}

function toTerms({ starts, weights }: Rows, { at, count }: Numbered, column: Float64Array) {
  const sums = new Float64Array(count);
  for (let paper = 0; paper + 1 < starts.length; paper++) {
    const value = column[paper] ?? 0;
    for (let place = starts[paper] ?? 0; place < (starts[paper + 1] ?? 0); place++) {
      const term = at[place] ?? 0;
      sums[term] = (sums[term] ?? 0) + (weights[place] ?? 0) * value;
    }
  }
  return sums;
}

/** Gram–Schmidt orthogonalisation, twice: once is not enough with rounding errors. */
function orthonormal(columns: Float64Array[]): Float64Array[] {
  const done: Float64Array[] = [];
  for (const column of columns) {
    for (let pass = 0; pass < 2; pass++) {
      for (const other of done) {
        const part = dot(column, other);
        for (let at = 0; at < column.length; at++) {
          column[at] = (column[at] ?? 0) - part * (other[at] ?? 0);
        }
      }
    }
    done.push(unit(column));
  }
  return done;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

/** A vector scaled to length 1. A vector of almost zero length becomes zero. */
function unit(vector: Float64Array): Float64Array {
  const length = Math.sqrt(dot(vector, vector));
  return length < 1e-9 ? new Float64Array(vector.length) : vector.map((value) => value / length);
}
