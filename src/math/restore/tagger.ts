import type { TextContext } from "./context.ts";
import { tableBits } from "./feature-list.ts";
import { edgeFeatures, featureLimit, label, tokenFeatures } from "./features.ts";
import { shape, shapeTable } from "./shapes.ts";

/** Two weights for each feature (for begin and inside; prose is always 0), encoded as one byte. */
export interface TaggerWeights {
  /** The byte of a feature's place, or -1 where it has no weights. */
  readonly find: (place: number) => number;
  /** The weight for begin, by byte. */
  readonly begin: Float32Array;
  readonly inside: Float32Array;
}

/**
 * A run of tokens that may be one formula, from the first one up to, but not including, `until`.
 */
export interface TaggedRun {
  readonly from: number;
  readonly until: number;
  /** How sure the tagger is of the surest of its tokens, from 0 to 1. */
  readonly confidence: number;
  /** The average over its tokens. */
  readonly mean: number;
  /** Not on the likeliest path: probably prose, unless the rest of the text suggests a formula. */
  readonly faint: boolean;
}

/** How many labels a token can have. */
export const labelCount = 3;
/** How many pairs of labels two tokens in a row can have. */
export const edgeCount = labelCount * labelCount;
/** The length of the table of weights. */
export const tableSize = 2 << tableBits;
/** The score of a label that must not be chosen. */
export const impossible = -1e9;
/** The cost of labelling a certain token as prose. */
export const certainty = 5;

/**
 * The cost of labelling a plain word as a part of a formula, where several sure signs could otherwise
 * draw the words between them into one.
 */
const wordCost = 2;
const words = shapeTable([shape.word, shape.functionWord, shape.capitalWord]);

/** Whether a token is a word of prose, which is not in braces as `\\text{if}` is. */
function isPlainWord({ shapes, tokens, openers }: TextContext, at: number): boolean {
  const token = tokens[at];
  if (words[shapes[at] ?? 0] === 0 || token?.spaced !== true || token.text.length < 3) return false;
  return shapes[openers[at] ?? -1] !== shape.openBrace;
}

/** The active stretches of a text, as [from, until) pairs of token indices. */
export function activeStretches(active: Uint8Array): [number, number][] {
  const stretches: [number, number][] = [];
  for (let at = 0; at < active.length; at += 1) {
    if (active[at] !== 1) continue;
    let until = at + 1;
    while (active[until] === 1) until += 1;
    stretches.push([at, until]);
    at = until;
  }
  return stretches;
}

/**
 * For each step the score of each label after each label (previous * 3 + next), the token's own
 * score included. The label before the first token is prose.
 */
function scoreSteps(
  context: TextContext,
  from: number,
  until: number,
  weights: TaggerWeights,
): Float64Array {
  const { begin: beginOf, inside: insideOf, find } = weights;
  const steps = new Float64Array((until - from) * edgeCount);
  const places = new Int32Array(featureLimit);
  const isDense = (context.facts[5] ?? 0) > 1;
  for (let at = from; at < until; at += 1) {
    let begin = 0;
    let inside = 0;
    const count = tokenFeatures(context, at, places);
    for (let index = 0; index < count; index += 1) {
      const pair = find(places[index] ?? 0);
      if (pair < 0) continue;
      begin += beginOf[pair] ?? 0;
      inside += insideOf[pair] ?? 0;
    }
    const base = (at - from) * edgeCount;
    const cost = isDense && isPlainWord(context, at) ? wordCost : 0;
    for (let before = 0; before < labelCount; before += 1) {
      let beginEdge = begin;
      let insideEdge = inside;
      const edges = edgeFeatures(context, at, before, places);
      for (let index = 0; index < edges; index += 1) {
        const pair = find(places[index] ?? 0);
        if (pair < 0) continue;
        beginEdge += beginOf[pair] ?? 0;
        insideEdge += insideOf[pair] ?? 0;
      }
      const row = base + before * labelCount;
      steps[row] = context.certain[at] === 1 ? -certainty : 0;
      steps[row + label.begin] = beginEdge - cost;
      steps[row + label.inside] = before === label.prose ? impossible : insideEdge - cost;
    }
  }
  return steps;
}

/** Log of the sum of the exponentials of three numbers. */
export function logSum(a: number, b: number, c: number): number {
  const top = Math.max(a, b, c);
  return top + Math.log(Math.exp(a - top) + Math.exp(b - top) + Math.exp(c - top));
}

/** Log weights of all labellings up to each step (forward) and after it (backward). */
export function sumPaths(steps: Float64Array): { forward: Float64Array; backward: Float64Array } {
  const length = steps.length / edgeCount;
  const forward = new Float64Array(length * labelCount);
  const backward = new Float64Array(length * labelCount);
  const step = (at: number, before: number, next: number): number =>
    steps[at * edgeCount + before * labelCount + next] ?? impossible;
  for (let next = 0; next < labelCount; next += 1) forward[next] = step(0, label.prose, next);
  for (let at = 1; at < length; at += 1) {
    const last = (at - 1) * labelCount;
    for (let next = 0; next < labelCount; next += 1) {
      forward[at * labelCount + next] = logSum(
        (forward[last] ?? 0) + step(at, 0, next),
        (forward[last + 1] ?? 0) + step(at, 1, next),
        (forward[last + 2] ?? 0) + step(at, 2, next),
      );
    }
  }
  for (let at = length - 2; at >= 0; at -= 1) {
    const after = (at + 1) * labelCount;
    for (let before = 0; before < labelCount; before += 1) {
      backward[at * labelCount + before] = logSum(
        (backward[after] ?? 0) + step(at + 1, before, 0),
        (backward[after + 1] ?? 0) + step(at + 1, before, 1),
        (backward[after + 2] ?? 0) + step(at + 1, before, 2),
      );
    }
  }
  return { forward, backward };
}

function bestPath(steps: Float64Array, bias: number): Uint8Array {
  const length = steps.length / edgeCount;
  const back = new Uint8Array(length * labelCount);
  let scores = [0, impossible, impossible];
  for (let at = 0; at < length; at += 1) {
    const next = [impossible, impossible, impossible];
    for (let to = 0; to < labelCount; to += 1) {
      for (let before = 0; before < labelCount; before += 1) {
        const own = to === label.begin ? bias : 0;
        const score =
          (scores[before] ?? impossible) +
          (steps[at * edgeCount + before * labelCount + to] ?? impossible) +
          own;
        if (score > (next[to] ?? impossible)) {
          next[to] = score;
          back[at * labelCount + to] = before;
        }
      }
    }
    scores = next;
  }
  const path = new Uint8Array(length);
  let current = scores.indexOf(Math.max(...scores));
  for (let at = length - 1; at >= 0; at -= 1) {
    path[at] = current;
    current = back[at * labelCount + current] ?? 0;
  }
  return path;
}

/** For each step, how sure the tagger is that it is not prose. */
function certainties(steps: Float64Array): Float64Array {
  const { forward, backward } = sumPaths(steps);
  const length = steps.length / edgeCount;
  const last = (length - 1) * labelCount;
  const total = logSum(forward[last] ?? 0, forward[last + 1] ?? 0, forward[last + 2] ?? 0);
  return Float64Array.from({ length }, (_, at) => {
    const row = at * labelCount;
    return Math.max(0, 1 - Math.exp((forward[row] ?? 0) + (backward[row] ?? 0) - total));
  });
}

/** A token below this confidence is prose without a second look. */
const faintest = 0.06;
/** The bias for the beginning of a formula in the second look. */
const faintBias = 3;

/**
 * Marks the formulas of a text, including faint ones. `bias` is added to the score where a formula
 * begins; above 0, it finds more and shorter ones.
 */
export function tag(context: TextContext, weights: TaggerWeights, bias: number): TaggedRun[] {
  const runs: TaggedRun[] = [];
  for (const [from, until] of activeStretches(context.active)) {
    const steps = scoreSteps(context, from, until, weights);
    // The path with the bias towards formulas. If it has none, the likeliest path has none either.
    const second = bestPath(steps, bias + faintBias);
    if (!second.includes(label.begin)) continue;
    const sure = certainties(steps);
    const path = bestPath(steps, bias);
    const add = (at: number, end: number, faint: boolean): void => {
      let surest = 0;
      let sum = 0;
      for (let index = at; index < end; index += 1) {
        surest = Math.max(surest, sure[index] ?? 0);
        sum += sure[index] ?? 0;
      }
      if (faint && surest < faintest) return;
      const confidence = Math.min(1, surest);
      runs.push({ from: from + at, until: from + end, confidence, mean: sum / (end - at), faint });
    };
    for (let at = 0; at < path.length; at += 1) {
      const faint = path[at] !== label.begin;
      const own = faint ? second : path;
      if (own[at] !== label.begin) continue;
      let end = at + 1;
      while (end < path.length && own[end] === label.inside) {
        if (faint && path[end] !== label.prose) break;
        end += 1;
      }
      add(at, end, faint);
      at = end - 1;
    }
  }
  return runs;
}
