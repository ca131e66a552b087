import type { TextContext } from "../../src/math/restore/context.ts";
import {
  edgeFeatures,
  featureLimit,
  label,
  tokenFeatures,
} from "../../src/math/restore/features.ts";
import {
  activeStretches,
  certainty,
  edgeCount,
  impossible,
  labelCount,
  logSum,
  sumPaths,
  tableSize,
} from "../../src/math/restore/tagger.ts";

/** One active stretch of a text with the places of its features and its true labels. */
export interface Sequence {
  readonly gold: Uint8Array;
  readonly certain: Uint8Array;
  readonly places: Int32Array;
  /**
   * Where each token's features begin in `places`. Each token has four groups: its own, and one for
   * each label before it.
   */
  readonly offsets: Int32Array;
  readonly weight: number;
}

const groups = 1 + labelCount;

/** Cuts a labelled text into training sequences. */
export function sequencesOf(context: TextContext, labels: Uint8Array, weight: number): Sequence[] {
  const buffer = new Int32Array(featureLimit);
  return activeStretches(context.active).map(([from, until]) => {
    const places: number[] = [];
    const offsets = new Int32Array((until - from) * groups + 1);
    for (let at = from; at < until; at += 1) {
      for (let group = 0; group < groups; group += 1) {
        offsets[(at - from) * groups + group] = places.length;
        const count =
          group === 0
            ? tokenFeatures(context, at, buffer)
            : edgeFeatures(context, at, group - 1, buffer);
        for (let index = 0; index < count; index += 1) places.push(buffer[index] ?? 0);
      }
    }
    offsets[(until - from) * groups] = places.length;
    const gold = labels.slice(from, until);
    // A formula that began before this stretch begins here.
    if (gold[0] === label.inside) gold[0] = label.begin;
    const certain = context.certain.slice(from, until);
    return { gold, certain, places: Int32Array.from(places), offsets, weight };
  });
}

/** How the tagger is trained. */
export interface TrainingOptions {
  readonly rounds: number;
  readonly rate: number;
  /** How strongly weights are regularized towards 0, where most of them stay. */
  readonly decay: number;
  /** Features met less often stay at 0. */
  readonly leastCount: number;
  readonly log: (line: string) => void;
}

/**
 * A small random number generator with a seed, because the order of training must be the same every
 * time.
 */
function shuffled(length: number, seed: number): Uint32Array {
  const order = Uint32Array.from({ length }, (_, index) => index);
  let state = seed;
  for (let at = length - 1; at > 0; at -= 1) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const other = state % (at + 1);
    const kept = order[at] ?? 0;
    order[at] = order[other] ?? 0;
    order[other] = kept;
  }
  return order;
}

/**
 * Trains the tagger: a linear-chain conditional random field, by stochastic gradient with a step
 * size of its own for each weight (AdaGrad) and averaging over the last half of the rounds.
 */
export function train(sequences: readonly Sequence[], options: TrainingOptions): Float32Array {
  const table = new Float32Array(tableSize);
  const squares = new Float32Array(tableSize).fill(1e-2);
  const sum = new Float32Array(tableSize);
  const counts = new Uint16Array(tableSize / 2);
  for (const { places } of sequences) {
    for (const place of places)
      if ((counts[place] ?? 0) < 60000) counts[place] = (counts[place] ?? 0) + 1;
  }
  // Each token counts a place once for itself and three times for its edges. Rare places are left
  // out.
  const alive = (place: number): boolean => (counts[place] ?? 0) >= options.leastCount;
  const kept = sequences.map((sequence) => {
    const offsets = new Int32Array(sequence.offsets.length);
    const places: number[] = [];
    for (let group = 0; group + 1 < sequence.offsets.length; group += 1) {
      offsets[group] = places.length;
      for (let i = sequence.offsets[group] ?? 0; i < (sequence.offsets[group + 1] ?? 0); i += 1) {
        const place = sequence.places[i] ?? 0;
        if (alive(place)) places.push(place * 2);
      }
    }
    offsets[offsets.length - 1] = places.length;
    return { ...sequence, offsets, places: Int32Array.from(places) };
  });
  let averaged = 0;
  for (let round = 0; round < options.rounds; round += 1) {
    let loss = 0;
    for (const index of shuffled(kept.length, round + 1)) {
      const sequence = kept[index];
      if (sequence !== undefined) loss += learn(sequence, table, squares, options);
    }
    if (round * 2 >= options.rounds) {
      averaged += 1;
      for (let place = 0; place < tableSize; place += 1) {
        sum[place] = (sum[place] ?? 0) + (table[place] ?? 0);
      }
    }
    options.log(`round ${round + 1}: loss ${loss.toFixed(1)}`);
  }
  return sum.map((value) => value / Math.max(1, averaged));
}

/** Adjusts the weights to one sequence, and returns its loss before that. */
function learn(
  sequence: Sequence,
  table: Float32Array,
  squares: Float32Array,
  options: TrainingOptions,
): number {
  const { gold, weight } = sequence;
  const length = gold.length;
  const steps = scoreSteps(sequence, table);
  const { forward, backward } = sumPaths(steps);
  const last = (length - 1) * labelCount;
  const total = logSum(forward[last] ?? 0, forward[last + 1] ?? 0, forward[last + 2] ?? 0);
  const update = updaterOf(sequence, table, squares, options);
  let score = 0;
  for (let at = 0; at < length; at += 1) {
    const goldBefore = at === 0 ? label.prose : (gold[at - 1] ?? 0);
    const goldNext = gold[at] ?? 0;
    score += steps[at * edgeCount + goldBefore * labelCount + goldNext] ?? 0;
    let ownBegin = 0;
    let ownInside = 0;
    for (let before = 0; before < labelCount; before += 1) {
      if (at === 0 && before !== label.prose) continue;
      const alpha = at === 0 ? 0 : (forward[(at - 1) * labelCount + before] ?? 0);
      for (let next = 1; next < labelCount; next += 1) {
        const step = steps[at * edgeCount + before * labelCount + next] ?? impossible;
        const expected = Math.exp(alpha + step + (backward[at * labelCount + next] ?? 0) - total);
        const truth = before === goldBefore && next === goldNext ? 1 : 0;
        const gradient = (truth - expected) * weight;
        if (next === 1) ownBegin += gradient;
        else ownInside += gradient;
        update(at * groups + 1 + before, next - 1, gradient);
      }
    }
    update(at * groups, 0, ownBegin);
    update(at * groups, 1, ownInside);
  }
  return total - score;
}

/** The score of each step from a label to the next, for all tokens of a sequence. */
function scoreSteps(
  { certain, places, offsets, gold: { length } }: Sequence,
  table: Float32Array,
): Float64Array {
  const steps = new Float64Array(length * edgeCount);
  const groupSum = (group: number, which: number): number => {
    let total = 0;
    for (let i = offsets[group] ?? 0, end = offsets[group + 1] ?? 0; i < end; i += 1) {
      total += table[(places[i] ?? 0) + which] ?? 0;
    }
    return total;
  };
  for (let at = 0; at < length; at += 1) {
    const begin = groupSum(at * groups, 0);
    const inside = groupSum(at * groups, 1);
    for (let before = 0; before < labelCount; before += 1) {
      const row = at * edgeCount + before * labelCount;
      if (certain[at] === 1) steps[row] = -certainty;
      steps[row + 1] = begin + groupSum(at * groups + 1 + before, 0);
      steps[row + 2] =
        before === label.prose ? impossible : inside + groupSum(at * groups + 1 + before, 1);
    }
  }
  return steps;
}

/** Moves the weights of a group of features along a gradient, then shrinks them towards 0. */
function updaterOf(
  { places, offsets }: Sequence,
  table: Float32Array,
  squares: Float32Array,
  { rate, decay }: TrainingOptions,
): (group: number, which: number, gradient: number) => void {
  return (group, which, gradient) => {
    if (gradient > -1e-4 && gradient < 1e-4) return;
    for (let i = offsets[group] ?? 0, end = offsets[group + 1] ?? 0; i < end; i += 1) {
      const place = (places[i] ?? 0) + which;
      const value = table[place] ?? 0;
      const square = (squares[place] ?? 0) + gradient * gradient;
      squares[place] = square;
      const size = rate / Math.sqrt(square);
      const moved = value + size * gradient;
      const shrunk = Math.abs(moved) - size * decay;
      table[place] = shrunk > 0 ? Math.sign(moved) * shrunk : 0;
    }
  };
}
