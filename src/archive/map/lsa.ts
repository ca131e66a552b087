import { Randomizer } from "@saehrimnir/druidjs";
import type { TermVectors } from "../terms/term-vectors.ts";

const iterations = 4;
const seed = 20251113;

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
export function latentRows(rows: Rows, dimensions: number): LatentRows {
  const terms = numberTerms(rows);
  const random = new Randomizer(seed);
  let basis: Float64Array[] = Array.from({ length: dimensions }, () =>
    Float64Array.from({ length: terms.count }, () => random.random - 0.5),
  );
  for (let round = 0; round < iterations; round++) {
    basis = orthonormal(basis.map((column) => toTerms(rows, terms, toPapers(rows, terms, column))));
  }
  const columns = basis.map((column) => toPapers(rows, terms, column));
  const papers = rows.starts.length - 1;
  const values = new Float32Array(papers * dimensions);
  for (let paper = 0; paper < papers; paper++) {
    const row = Float64Array.from(columns, (column) => column[paper] ?? 0);
    // Rounded, so that differences in the last digit between machines do not change the result.
    const rounded = unit(row).map((value) => Math.round(value * 1e6) / 1e6);
    values.set(rounded, paper * dimensions);
  }
  return { dimensions, values };
}

/** The rows of vectors that are analysed. */
type Rows = Pick<TermVectors, "starts" | "terms" | "weights">;

interface Numbered {
  /** The number of terms in use. */
  count: number;
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
  return { count: numbers.size, at };
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
