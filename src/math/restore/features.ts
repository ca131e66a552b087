import type { TextContext } from "./context.ts";
import { shape } from "./shapes.ts";

/** Features are hashed into so many places; part of the weights' format. */
export const tableBits = 23;
/** No token has more features than this. */
export const featureLimit = 96;

export const label = { prose: 0, begin: 1, inside: 2 } as const;

const mix = (hash: number, value: number): number =>
  Math.imul((hash ^ value) + Math.imul(hash, 0x5bd1e995), 0x27d4eb2f) ^ (hash >>> 15);

const placeOf = (hash: number): number => {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> (32 - tableBits);
};

/** The last signs of a word, for words never seen in training. */
function endingOf(text: string): number {
  let hash = text.length > 6 ? 7 : text.length;
  for (let at = Math.max(0, text.length - 3); at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash;
}

/**
 * Writes the places of a token's features into `out` and returns how many they are. They do not
 * depend on labels; those on the label before are in `edgeFeatures`.
 */
export function tokenFeatures(context: TextContext, at: number, out: Int32Array): number {
  const { shapes, hashes, tokens, openers, enclosed, letters, facts } = context;
  // Shape with the white space before it: what the eye sees of the form.
  const form = (index: number): number =>
    index < 0 || index >= shapes.length
      ? 0
      : ((shapes[index] ?? 0) << 1) | (tokens[index]?.spaced === true ? 1 : 0);
  const word = (index: number): number => hashes[index] ?? 17;
  const w0 = word(at);
  const w1 = word(at + 1);
  const w2 = word(at + 2);
  const p1 = word(at - 1);
  const p2 = word(at - 2);
  const f0 = form(at);
  const f1 = form(at + 1);
  const f2 = form(at + 2);
  const f3 = form(at + 3);
  const g1 = form(at - 1);
  const g2 = form(at - 2);
  const g3 = form(at - 3);
  const near = (g1 << 16) | (f0 << 8) | f1;
  const spacing = (f0 & 1) | ((f1 & 1) << 1);
  let count = 0;
  let template = 1;
  const add = (a: number, b = 0, c = 0): void => {
    out[count] = placeOf(mix(mix(mix(Math.imul(template, 0x9e3779b1), a), b), c));
    count += 1;
    template += 1;
  };
  add(0);
  add(w0);
  add(w0, spacing);
  add(p1, f0);
  add(w1, f0, f1);
  add(p2, f0, g1);
  add(w2, f0, f1);
  add(p1, w0, spacing);
  add(w0, w1, spacing);
  add(p1, w0, w1);
  add(p1, w1, f0);
  add(mix(p2, p1), w0);
  add(w0, mix(w1, w2));
  add(mix(p2, p1), f0, f1);
  add(mix(w1, w2), f0, g1);
  add(f0);
  add(f0, g1);
  add(f0, f1);
  add(near);
  add(near, g2);
  add(near, f2);
  add(near, g2, f2);
  add(f0, mix(g1, g2), g3);
  add(f0, mix(f1, f2), f3);
  add(near, mix(g2, g3), mix(f2, f3));
  add(w0, g1, f1);
  add(w0, g1);
  add(w0, mix(f1, f2));
  add(w0, mix(g1, g2));
  add(p1, near);
  add(w1, near);
  add(word(at - 3), f0, g1);
  add(word(at + 3), f0, f1);
  add(p2, near);
  add(w2, near);
  const strongCount = facts[0] ?? 0;
  add(strongCount, f0);
  add(strongCount, w0);
  add(strongCount, near);
  const percentUse = facts[1] ?? 0;
  add(percentUse, f0, w0);
  add(facts[2] ?? 0, f0);
  add(facts[3] ?? 0, f0, strongCount);
  add(facts[4] ?? 0, f0, strongCount);
  add((facts[3] ?? 0) * 4 + (facts[4] ?? 0), near, percentUse);
  add((facts[3] ?? 0) * 4 + (facts[4] ?? 0), w0, percentUse);
  const certainCount = facts[5] ?? 0;
  add(certainCount, f0);
  add(certainCount, w0);
  add(certainCount, near);
  add(certainCount * 4 + (facts[4] ?? 0), f0, f1);
  const theory = facts[6] ?? 0;
  add(theory, f0);
  add(theory * 4 + certainCount, w0);
  add(theory, near);
  const letter = letters[at] ?? 0;
  if (letter > 0) {
    add(letter, f0, theory * 4 + certainCount);
    add(letter, w0, certainCount);
    add(letter, near, certainCount);
    add(letter, f0, strongCount);
    add(letter, near);
    add(letter, p1, f1);
    add(letter, w1, g1);
    add(letter, w0, strongCount);
  }
  template = 70;
  const opener = openers[at] ?? -1;
  if (opener >= 0 && at - opener < 40) {
    const kind = shapes[opener] ?? 0;
    const inner = enclosed[opener] ?? 0;
    add(kind, f0, inner);
    add(word(opener - 1), f0, inner);
    add(form(opener - 1), near, kind);
    add(form(opener - 1), f0, inner + (form(opener) & 1) * 4);
  } else {
    add(f0, 1);
  }
  template = 80;
  if (shapes[at + 1] === shape.openParenthesis || shapes[at] === shape.openParenthesis) {
    const open = shapes[at] === shape.openParenthesis ? at : at + 1;
    add(form(open - 1), form(open + 1), form(open + 2));
    add(word(open - 1), form(open + 1), form(open + 2));
    add(enclosed[open] ?? 0, f0, f1);
    add(mix(word(open + 1), word(open + 2)), f0, f1);
  }
  template = 90;
  const kind = shapes[at] ?? 0;
  if (
    kind === shape.word ||
    kind === shape.capitalWord ||
    kind === shape.mixed ||
    kind === shape.glued
  ) {
    const ending = endingOf(tokens[at]?.text ?? "");
    add(ending);
    add(ending, g1, f1);
  }
  return count;
}

/** The places of the features that also look at the label before, for each of those labels. */
export function edgeFeatures(
  context: TextContext,
  at: number,
  before: number,
  out: Int32Array,
): number {
  const { shapes, tokens, hashes, letters } = context;
  const f0 = ((shapes[at] ?? 0) << 1) | (tokens[at]?.spaced === true ? 1 : 0);
  const g1 = at > 0 ? ((shapes[at - 1] ?? 0) << 1) | (tokens[at - 1]?.spaced === true ? 1 : 0) : 0;
  const f1 = ((shapes[at + 1] ?? 0) << 1) | (tokens[at + 1]?.spaced === true ? 1 : 0);
  const base = Math.imul(before + 101, 0x9e3779b1);
  out[0] = placeOf(base);
  out[1] = placeOf(mix(base, f0));
  out[2] = placeOf(mix(mix(base, f0), g1 + 1000));
  out[3] = placeOf(mix(mix(mix(base, f0), g1), f1));
  out[4] = placeOf(mix(mix(base, hashes[at] ?? 0), f0 & 1));
  out[5] = placeOf(mix(mix(base, hashes[at - 1] ?? 0), f0));
  out[6] = placeOf(mix(mix(base, f0), (letters[at] ?? 0) + 5000));
  return 7;
}
