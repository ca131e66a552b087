import { fnv1a } from "../../text/fnv1a.ts";
import type { TextContext } from "./context.ts";
import { shape } from "./shapes.ts";

/** Features are hashed into 2^tableBits places; part of the weights' format. */
export const tableBits = 23;
/** The most features that a token can have. */
export const featureLimit = 96;

/** The labels of a token: prose, the first token of a formula, a later one. */
export const label = { prose: 0, begin: 1, inside: 2 } as const;

const mix = (hash: number, value: number): number =>
  Math.imul((hash ^ value) + Math.imul(hash, 0x5bd1e995), 0x27d4eb2f) ^ (hash >>> 15);

const placeOf = (hash: number): number => {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> (32 - tableBits);
};

/** The last letters of a word, for words never seen in training. */
function endingOf(text: string): number {
  return fnv1a(text.slice(-3), Math.min(7, text.length));
}

/** One token with its neighbours, as the features see them. */
interface Window {
  context: TextContext;
  at: number;
  /** The hash of the word at an index. */
  word: (index: number) => number;
  /** The shape at an index, with the white space before it. */
  form: (index: number) => number;
  /** Forms at `at` and behind it. */
  f0: number;
  f1: number;
  f2: number;
  f3: number;
  /** Forms before `at`. */
  g1: number;
  g2: number;
  g3: number;
  /** The forms of the token and both its neighbours. */
  near: number;
}

type AddFeature = (a: number, b?: number, c?: number) => void;

// Each group of features numbers its templates from here; part of the weights' format.
const openerTemplates = 70;
const parenthesisTemplates = 80;
const endingTemplates = 90;

/**
 * Writes the places of a token's features into `out` and returns how many there are. They do not
 * depend on labels; `edgeFeatures` gives those that look at the label before.
 */
export function tokenFeatures(context: TextContext, at: number, out: Int32Array): number {
  const window = windowOf(context, at);
  let count = 0;
  let template = 1;
  const add: AddFeature = (a, b = 0, c = 0) => {
    out[count] = placeOf(mix(mix(mix(Math.imul(template, 0x9e3779b1), a), b), c));
    count += 1;
    template += 1;
  };
  addWords(window, add);
  addForms(window, add);
  addNeighbours(window, add);
  addTextFacts(window, add);
  addLetter(window, add);
  template = openerTemplates;
  addOpener(window, add);
  template = parenthesisTemplates;
  addParenthesis(window, add);
  template = endingTemplates;
  addEnding(window, add);
  return count;
}

function windowOf(context: TextContext, at: number): Window {
  const { shapes, hashes, tokens } = context;
  const form = (index: number): number =>
    index < 0 || index >= shapes.length
      ? 0
      : ((shapes[index] ?? 0) << 1) | (tokens[index]?.spaced === true ? 1 : 0);
  const word = (index: number): number => hashes[index] ?? 17;
  const [f0, f1, g1] = [form(at), form(at + 1), form(at - 1)];
  const near = (g1 << 16) | (f0 << 8) | f1;
  const [f2, f3, g2, g3] = [form(at + 2), form(at + 3), form(at - 2), form(at - 3)];
  return { context, at, word, form, f0, f1, f2, f3, g1, g2, g3, near };
}

function addWords({ at, word, f0, f1, g1 }: Window, add: AddFeature): void {
  const w0 = word(at);
  const [w1, w2] = [word(at + 1), word(at + 2)];
  const [p1, p2] = [word(at - 1), word(at - 2)];
  const spacing = (f0 & 1) | ((f1 & 1) << 1);
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
}

function addForms({ f0, f1, f2, f3, g1, g2, g3, near }: Window, add: AddFeature): void {
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
}

function addNeighbours({ at, word, f0, f1, f2, g1, g2, near }: Window, add: AddFeature): void {
  const w0 = word(at);
  add(w0, g1, f1);
  add(w0, g1);
  add(w0, mix(f1, f2));
  add(w0, mix(g1, g2));
  add(word(at - 1), near);
  add(word(at + 1), near);
  add(word(at - 3), f0, g1);
  add(word(at + 3), f0, f1);
  add(word(at - 2), near);
  add(word(at + 2), near);
}

function addTextFacts({ context, at, word, f0, f1, near }: Window, add: AddFeature): void {
  const w0 = word(at);
  const { 0: strongCount = 0, 1: percentUse = 0, 2: era = 0, 3: latexTraces = 0 } = context.facts;
  const { 4: plainTraces = 0, 5: certainCount = 0, 6: theory = 0 } = context.facts;
  add(strongCount, f0);
  add(strongCount, w0);
  add(strongCount, near);
  add(percentUse, f0, w0);
  add(era, f0);
  add(latexTraces, f0, strongCount);
  add(plainTraces, f0, strongCount);
  add(latexTraces * 4 + plainTraces, near, percentUse);
  add(latexTraces * 4 + plainTraces, w0, percentUse);
  add(certainCount, f0);
  add(certainCount, w0);
  add(certainCount, near);
  add(certainCount * 4 + plainTraces, f0, f1);
  add(theory, f0);
  add(theory * 4 + certainCount, w0);
  add(theory, near);
}

/** The features of a letter or the name of a Greek one. */
function addLetter({ context, at, word, f0, f1, g1, near }: Window, add: AddFeature): void {
  const letter = context.letters[at] ?? 0;
  if (letter === 0) return;
  const { 0: strongCount = 0, 5: certainCount = 0, 6: theory = 0 } = context.facts;
  add(letter, f0, theory * 4 + certainCount);
  add(letter, word(at), certainCount);
  add(letter, near, certainCount);
  add(letter, f0, strongCount);
  add(letter, near);
  add(letter, word(at - 1), f1);
  add(letter, word(at + 1), g1);
  add(letter, word(at), strongCount);
}

/** The features of a token inside a bracket that opened close before. */
function addOpener({ context, at, word, form, f0, near }: Window, add: AddFeature): void {
  const { openers, shapes, enclosed } = context;
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
}

/** The features of a parenthesis that opens here or next. */
function addParenthesis({ context, at, word, form, f0, f1 }: Window, add: AddFeature): void {
  const { enclosed, shapes } = context;
  if (shapes[at + 1] === shape.openParenthesis || shapes[at] === shape.openParenthesis) {
    const open = shapes[at] === shape.openParenthesis ? at : at + 1;
    add(form(open - 1), form(open + 1), form(open + 2));
    add(word(open - 1), form(open + 1), form(open + 2));
    add(enclosed[open] ?? 0, f0, f1);
    add(mix(word(open + 1), word(open + 2)), f0, f1);
  }
}

function addEnding({ context, at, f1, g1 }: Window, add: AddFeature): void {
  const kind = context.shapes[at] ?? 0;
  if (
    kind === shape.word ||
    kind === shape.capitalWord ||
    kind === shape.mixed ||
    kind === shape.glued
  ) {
    const ending = endingOf(context.tokens[at]?.text ?? "");
    add(ending);
    add(ending, g1, f1);
  }
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
