import { fnv1a } from "../../text/fnv1a.ts";
import type { TextContext } from "./context.ts";
import { FeatureList, mix, placeOf } from "./feature-list.ts";
import { shape } from "./shapes.ts";

/** The most features that a token can have. */
export const featureLimit = 96;

/** The labels of a token: prose, the first token of a formula, a later token of a formula. */
export const label = { prose: 0, begin: 1, inside: 2 } as const;

/** The last letters of a word, for words that were not in the training data. */
function endingOf(text: string): number {
  return fnv1a(text.slice(-3), Math.min(7, text.length));
}

/** One token with its neighbours, in the form that the features use. */
interface Window {
  readonly context: TextContext;
  readonly at: number;
  // Hashes of the word at `at`, of those after it and of those before it.
  readonly w0: number;
  readonly w1: number;
  readonly w2: number;
  readonly p1: number;
  readonly p2: number;
  // Forms at `at`, after it and before it.
  readonly f0: number;
  readonly f1: number;
  readonly f2: number;
  readonly f3: number;
  readonly g1: number;
  readonly g2: number;
  readonly g3: number;
  /** The forms of the token and both its neighbours. */
  readonly near: number;
}

// Each group of features numbers its templates from here; part of the weights' format.
const openerTemplates = 70;
const parenthesisTemplates = 80;
const endingTemplates = 90;

/**
 * Writes the places of a token's features into `out` and returns how many there are. These do not
 * depend on labels; for those that depend on the previous label, see `edgeFeatures`.
 */
export function tokenFeatures(context: TextContext, at: number, out: Int32Array): number {
  const window = windowOf(context, at);
  const list = new FeatureList(out);
  addWords(window, list);
  addForms(window, list);
  addNeighbours(window, list);
  addTextFacts(window, list);
  addLetter(window, list);
  list.template = openerTemplates;
  addOpener(window, list);
  list.template = parenthesisTemplates;
  addParenthesis(window, list);
  list.template = endingTemplates;
  addEnding(window, list);
  return list.count;
}

/** The hash of the word at an index. */
const wordAt = ({ hashes }: TextContext, index: number): number => hashes[index] ?? 17;

/** The shape at an index, with the white space before it. */
function formAt({ shapes, tokens }: TextContext, index: number): number {
  if (index < 0 || index >= shapes.length) return 0;
  return ((shapes[index] ?? 0) << 1) | (tokens[index]?.spaced === true ? 1 : 0);
}

function windowOf(context: TextContext, at: number): Window {
  const f0 = formAt(context, at);
  const f1 = formAt(context, at + 1);
  const g1 = formAt(context, at - 1);
  return {
    context,
    at,
    w0: wordAt(context, at),
    w1: wordAt(context, at + 1),
    w2: wordAt(context, at + 2),
    p1: wordAt(context, at - 1),
    p2: wordAt(context, at - 2),
    f0,
    f1,
    f2: formAt(context, at + 2),
    f3: formAt(context, at + 3),
    g1,
    g2: formAt(context, at - 2),
    g3: formAt(context, at - 3),
    near: (g1 << 16) | (f0 << 8) | f1,
  };
}

function addWords({ w0, w1, w2, p1, p2, f0, f1, g1 }: Window, list: FeatureList): void {
  const spacing = (f0 & 1) | ((f1 & 1) << 1);
  list.add(0);
  list.add(w0);
  list.add(w0, spacing);
  list.add(p1, f0);
  list.add(w1, f0, f1);
  list.add(p2, f0, g1);
  list.add(w2, f0, f1);
  list.add(p1, w0, spacing);
  list.add(w0, w1, spacing);
  list.add(p1, w0, w1);
  list.add(p1, w1, f0);
  list.add(mix(p2, p1), w0);
  list.add(w0, mix(w1, w2));
  list.add(mix(p2, p1), f0, f1);
  list.add(mix(w1, w2), f0, g1);
}

function addForms({ f0, f1, f2, f3, g1, g2, g3, near }: Window, list: FeatureList): void {
  list.add(f0);
  list.add(f0, g1);
  list.add(f0, f1);
  list.add(near);
  list.add(near, g2);
  list.add(near, f2);
  list.add(near, g2, f2);
  list.add(f0, mix(g1, g2), g3);
  list.add(f0, mix(f1, f2), f3);
  list.add(near, mix(g2, g3), mix(f2, f3));
}

function addNeighbours(window: Window, list: FeatureList): void {
  const { context, at, w0, w1, w2, p1, p2, f0, f1, f2, g1, g2, near } = window;
  list.add(w0, g1, f1);
  list.add(w0, g1);
  list.add(w0, mix(f1, f2));
  list.add(w0, mix(g1, g2));
  list.add(p1, near);
  list.add(w1, near);
  list.add(wordAt(context, at - 3), f0, g1);
  list.add(wordAt(context, at + 3), f0, f1);
  list.add(p2, near);
  list.add(w2, near);
}

function addTextFacts({ context, w0, f0, f1, near }: Window, list: FeatureList): void {
  const { facts } = context;
  const strongCount = facts[0] ?? 0;
  const percentUse = facts[1] ?? 0;
  const era = facts[2] ?? 0;
  const latexTraces = facts[3] ?? 0;
  const plainTraces = facts[4] ?? 0;
  const certainCount = facts[5] ?? 0;
  const theory = facts[6] ?? 0;
  list.add(strongCount, f0);
  list.add(strongCount, w0);
  list.add(strongCount, near);
  list.add(percentUse, f0, w0);
  list.add(era, f0);
  list.add(latexTraces, f0, strongCount);
  list.add(plainTraces, f0, strongCount);
  list.add(latexTraces * 4 + plainTraces, near, percentUse);
  list.add(latexTraces * 4 + plainTraces, w0, percentUse);
  list.add(certainCount, f0);
  list.add(certainCount, w0);
  list.add(certainCount, near);
  list.add(certainCount * 4 + plainTraces, f0, f1);
  list.add(theory, f0);
  list.add(theory * 4 + certainCount, w0);
  list.add(theory, near);
}

/** The features of a letter or the name of a Greek letter. */
function addLetter({ context, at, w0, w1, p1, f0, f1, g1, near }: Window, list: FeatureList): void {
  const letter = context.letters[at] ?? 0;
  if (letter === 0) return;
  const strongCount = context.facts[0] ?? 0;
  const certainCount = context.facts[5] ?? 0;
  const theory = context.facts[6] ?? 0;
  list.add(letter, f0, theory * 4 + certainCount);
  list.add(letter, w0, certainCount);
  list.add(letter, near, certainCount);
  list.add(letter, f0, strongCount);
  list.add(letter, near);
  list.add(letter, p1, f1);
  list.add(letter, w1, g1);
  list.add(letter, w0, strongCount);
}

/** The features of a token inside a bracket that opened shortly before. */
function addOpener({ context, at, f0, near }: Window, list: FeatureList): void {
  const { openers, shapes, enclosed } = context;
  const opener = openers[at] ?? -1;
  if (opener >= 0 && at - opener < 40) {
    const kind = shapes[opener] ?? 0;
    const inner = enclosed[opener] ?? 0;
    list.add(kind, f0, inner);
    list.add(wordAt(context, opener - 1), f0, inner);
    list.add(formAt(context, opener - 1), near, kind);
    list.add(formAt(context, opener - 1), f0, inner + (formAt(context, opener) & 1) * 4);
  } else {
    list.add(f0, 1);
  }
}

/** The features of a parenthesis that opens at this token or the next one. */
function addParenthesis({ context, at, f0, f1 }: Window, list: FeatureList): void {
  const { enclosed, shapes } = context;
  if (shapes[at + 1] === shape.openParenthesis || shapes[at] === shape.openParenthesis) {
    const open = shapes[at] === shape.openParenthesis ? at : at + 1;
    list.add(formAt(context, open - 1), formAt(context, open + 1), formAt(context, open + 2));
    list.add(wordAt(context, open - 1), formAt(context, open + 1), formAt(context, open + 2));
    list.add(enclosed[open] ?? 0, f0, f1);
    list.add(mix(wordAt(context, open + 1), wordAt(context, open + 2)), f0, f1);
  }
}

function addEnding({ context, at, f1, g1 }: Window, list: FeatureList): void {
  const kind = context.shapes[at] ?? 0;
  if (
    kind === shape.word ||
    kind === shape.capitalWord ||
    kind === shape.mixed ||
    kind === shape.glued
  ) {
    const ending = endingOf(context.tokens[at]?.text ?? "");
    list.add(ending);
    list.add(ending, g1, f1);
  }
}

/** The places of the features that also depend on the previous label, for each of those labels. */
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
