import type { Trees } from "../../src/math/restore/trees.ts";

/** A row of features with its label. */
export interface Lesson {
  readonly features: readonly number[];
  readonly isTrue: boolean;
  readonly weight: number;
}

/** Settings of gradient boosting. */
export interface BoostingOptions {
  readonly trees: number;
  /** The number of questions in each tree. */
  readonly depth: number;
  readonly rate: number;
  /** The share of the examples, and of the features, that each tree is trained on. */
  readonly sample: number;
  /**
   * Shrinks the values of leaves towards 0, most of all those of leaves that few examples reach.
   */
  readonly caution: number;
}

const mostBins = 32;

/** The thresholds of a feature, spread evenly over the examples. */
function bordersOf(values: readonly number[]): number[] {
  const sorted = [...values].sort((a, b) => a - b);
  const borders = new Set<number>();
  for (let bin = 1; bin < mostBins; bin += 1) {
    const at = Math.floor((bin * sorted.length) / mostBins);
    const value = sorted[at] ?? 0;
    if (value > (sorted[0] ?? 0)) borders.add(value);
  }
  const distinct = [...new Set(sorted)];
  // A feature with few values gets thresholds for its rare ones, too.
  if (distinct.length <= mostBins) for (const value of distinct.slice(1)) borders.add(value);
  return [...borders].sort((a, b) => a - b).slice(0, mostBins);
}

const rounded = (value: number): number => Math.round(value * 1000) / 1000;
/** The values of leaves need less precision, which keeps the file of weights small. */
const coarse = (value: number): number => Math.round(value * 100) / 100 || 0;

/**
 * A small random number generator with a seed, because training must give the same result every
 * time.
 */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * The examples as a tree sees them: for each feature its thresholds, and the bin of each example.
 */
interface Binned {
  readonly borders: readonly number[][];
  readonly bins: readonly Uint8Array[];
}

/**
 * First and second derivatives of the loss by each example's score, for the examples of one tree.
 */
interface Derivatives {
  readonly gradient: Float64Array;
  readonly curvature: Float64Array;
}

/** A question: whether a feature's bin is above this one. */
interface Question {
  readonly feature: number;
  readonly bin: number;
}

function binned(lessons: readonly Lesson[]): Binned {
  const width = lessons[0]?.features.length ?? 0;
  const borders = Array.from({ length: width }, (_, feature) =>
    bordersOf(lessons.map(({ features }) => features[feature] ?? 0)).map(rounded),
  );
  const bins = borders.map((list, feature) =>
    Uint8Array.from(lessons, ({ features }) => {
      const value = features[feature] ?? 0;
      let bin = 0;
      while (bin < list.length && value >= (list[bin] ?? 0)) bin += 1;
      return bin;
    }),
  );
  return { borders, bins };
}

/** The sums of gradients and curvatures for each of `size` cells into which the examples fall. */
function sumInto(
  size: number,
  { gradient, curvature }: Derivatives,
  cellOf: (index: number) => number,
): { sums: Float64Array; curves: Float64Array } {
  const sums = new Float64Array(size);
  const curves = new Float64Array(size);
  for (let index = 0; index < gradient.length; index += 1) {
    const cell = cellOf(index);
    sums[cell] = (sums[cell] ?? 0) + (gradient[index] ?? 0);
    curves[cell] = (curves[cell] ?? 0) + (curvature[index] ?? 0);
  }
  return { sums, curves };
}

/** The gain of each threshold of a feature if all leaves are split there. */
function gainsOf(
  borderCount: number,
  leafCount: number,
  { sums, curves }: { sums: Float64Array; curves: Float64Array },
  caution: number,
): Float64Array {
  const size = borderCount + 1;
  const gains = new Float64Array(borderCount);
  for (let at = 0; at < leafCount; at += 1) {
    let allSum = 0;
    let allCurve = 0;
    for (let bin = 0; bin < size; bin += 1) {
      allSum += sums[at * size + bin] ?? 0;
      allCurve += curves[at * size + bin] ?? 0;
    }
    let sum = 0;
    let curve = 0;
    for (let bin = 0; bin < borderCount; bin += 1) {
      sum += sums[at * size + bin] ?? 0;
      curve += curves[at * size + bin] ?? 0;
      gains[bin] =
        (gains[bin] ?? 0) +
        (sum * sum) / (curve + caution) +
        (allSum - sum) ** 2 / (allCurve - curve + caution);
    }
  }
  return gains;
}

/** The question that best separates the examples of all `leafCount` leaves. */
function bestQuestion(
  { borders, bins }: Binned,
  offered: readonly boolean[],
  { leaf, leafCount }: { leaf: Uint8Array; leafCount: number },
  derivatives: Derivatives,
  caution: number,
): Question {
  let best = { gain: Number.NEGATIVE_INFINITY, feature: 0, bin: 0 };
  for (const [feature, list] of borders.entries()) {
    const own = bins[feature];
    if (own === undefined || list.length === 0 || offered[feature] !== true) continue;
    const size = list.length + 1;
    const cells = sumInto(
      leafCount * size,
      derivatives,
      (index) => (leaf[index] ?? 0) * size + (own[index] ?? 0),
    );
    for (const [bin, gain] of gainsOf(list.length, leafCount, cells, caution).entries()) {
      if (gain > best.gain) best = { gain, feature, bin };
    }
  }
  return best;
}

/**
 * Gradient boosting of the logistic loss with oblivious trees, which ask all examples the same
 * questions.
 */
export function boost(lessons: readonly Lesson[], options: BoostingOptions): Trees {
  const data = binned(lessons);
  const total = lessons.reduce((sum, { weight }) => sum + weight, 0);
  const positive = lessons.reduce((sum, { weight, isTrue }) => sum + (isTrue ? weight : 0), 0);
  const base = rounded(Math.log(positive / Math.max(1, total - positive)));
  const scores = new Float64Array(lessons.length).fill(base);
  const asked: [number, number][][] = [];
  const leaves: number[][] = [];
  const random = generator(1);
  const gradient = new Float64Array(lessons.length);
  const curvature = new Float64Array(lessons.length);
  for (let tree = 0; tree < options.trees; tree += 1) {
    lessons.forEach(({ isTrue, weight: full }, index) => {
      const weight = random() < options.sample ? full : 0;
      const share = 1 / (1 + Math.exp(-(scores[index] ?? 0)));
      gradient[index] = weight * ((isTrue ? 1 : 0) - share);
      curvature[index] = weight * share * (1 - share);
    });
    const offered = data.borders.map(() => random() < options.sample);
    const { questions, leaf, values } = growTree(data, offered, { gradient, curvature }, options);
    for (let index = 0; index < lessons.length; index += 1) {
      scores[index] = (scores[index] ?? 0) + (values[leaf[index] ?? 0] ?? 0);
    }
    asked.push(questions);
    leaves.push(values);
  }
  return { base, asked, leaves };
}

/**
 * A tree of the given features: its questions, the leaf of each example, and the leaves' values.
 */
function growTree(
  data: Binned,
  offered: readonly boolean[],
  derivatives: Derivatives,
  { depth, rate, caution }: BoostingOptions,
): { questions: [number, number][]; leaf: Uint8Array; values: number[] } {
  const leaf = new Uint8Array(derivatives.gradient.length);
  const questions: [number, number][] = [];
  for (let level = 0; level < depth; level += 1) {
    const leafCount = 1 << level;
    const best = bestQuestion(data, offered, { leaf, leafCount }, derivatives, caution);
    questions.push([best.feature, data.borders[best.feature]?.[best.bin] ?? 0]);
    const own = data.bins[best.feature];
    for (let index = 0; index < leaf.length; index += 1) {
      leaf[index] = (leaf[index] ?? 0) * 2 + ((own?.[index] ?? 0) > best.bin ? 1 : 0);
    }
  }
  const { sums, curves } = sumInto(1 << depth, derivatives, (index) => leaf[index] ?? 0);
  const values = Array.from(sums, (sum, at) =>
    coarse((rate * sum) / ((curves[at] ?? 0) + caution)),
  );
  return { questions, leaf, values };
}
