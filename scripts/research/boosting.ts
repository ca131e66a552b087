import type { Trees } from "../../src/math/restore/trees.ts";

/** A row of features and the true answer. */
export interface Lesson {
  readonly features: readonly number[];
  readonly isTrue: boolean;
  readonly weight: number;
}

/** How gradient boosting learns its trees. */
export interface BoostingOptions {
  readonly trees: number;
  /** Questions in each tree. */
  readonly depth: number;
  readonly rate: number;
  /** The share of the lessons, and of the features, that each tree is trained on. */
  readonly sample: number;
  /** Shrinks the values of leaves towards 0, most of all those that few lessons reach. */
  readonly caution: number;
}

const mostBins = 32;

/** The thresholds of a feature, spread evenly over the lessons. */
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

/** A small generator with a seed: training must come out the same every time. */
function generator(seed: number): () => number {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Gradient boosting of the logistic loss, with oblivious trees: each asks all lessons the same
 * questions.
 */
export function boost(lessons: readonly Lesson[], options: BoostingOptions): Trees {
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
    const offered = borders.map(() => random() < options.sample);
    const leaf = new Uint8Array(lessons.length);
    const questions: [number, number][] = [];
    for (let level = 0; level < options.depth; level += 1) {
      let best = { gain: Number.NEGATIVE_INFINITY, feature: 0, bin: 0 };
      const leafCount = 1 << level;
      for (let feature = 0; feature < width; feature += 1) {
        const list = borders[feature] ?? [];
        const own = bins[feature];
        if (own === undefined || list.length === 0 || offered[feature] !== true) continue;
        const size = list.length + 1;
        const sums = new Float64Array(leafCount * size);
        const curves = new Float64Array(leafCount * size);
        for (let index = 0; index < lessons.length; index += 1) {
          const cell = (leaf[index] ?? 0) * size + (own[index] ?? 0);
          sums[cell] = (sums[cell] ?? 0) + (gradient[index] ?? 0);
          curves[cell] = (curves[cell] ?? 0) + (curvature[index] ?? 0);
        }
        const gains = new Float64Array(list.length);
        for (let at = 0; at < leafCount; at += 1) {
          let allSum = 0;
          let allCurve = 0;
          for (let bin = 0; bin < size; bin += 1) {
            allSum += sums[at * size + bin] ?? 0;
            allCurve += curves[at * size + bin] ?? 0;
          }
          let sum = 0;
          let curve = 0;
          for (let bin = 0; bin < list.length; bin += 1) {
            sum += sums[at * size + bin] ?? 0;
            curve += curves[at * size + bin] ?? 0;
            gains[bin] =
              (gains[bin] ?? 0) +
              (sum * sum) / (curve + options.caution) +
              (allSum - sum) ** 2 / (allCurve - curve + options.caution);
          }
        }
        for (let bin = 0; bin < list.length; bin += 1) {
          const gain = gains[bin] ?? 0;
          if (gain > best.gain) best = { gain, feature, bin };
        }
      }
      questions.push([best.feature, borders[best.feature]?.[best.bin] ?? 0]);
      const own = bins[best.feature];
      for (let index = 0; index < lessons.length; index += 1) {
        leaf[index] = (leaf[index] ?? 0) * 2 + ((own?.[index] ?? 0) > best.bin ? 1 : 0);
      }
    }
    const sums = new Float64Array(1 << options.depth);
    const curves = new Float64Array(1 << options.depth);
    for (let index = 0; index < lessons.length; index += 1) {
      const at = leaf[index] ?? 0;
      sums[at] = (sums[at] ?? 0) + (gradient[index] ?? 0);
      curves[at] = (curves[at] ?? 0) + (curvature[index] ?? 0);
    }
    const values = Array.from(sums, (sum, at) =>
      coarse((options.rate * sum) / ((curves[at] ?? 0) + options.caution)),
    );
    for (let index = 0; index < lessons.length; index += 1) {
      scores[index] = (scores[index] ?? 0) + (values[leaf[index] ?? 0] ?? 0);
    }
    asked.push(questions);
    leaves.push(values);
  }
  return { base, asked, leaves };
}
