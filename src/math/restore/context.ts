import { isCertain, isTrigger } from "./cues.ts";
import { type Genre, type GenreMark, genreOf, theoryFrom } from "./genre.ts";
import { lexemeOf } from "./lexemes.ts";
import { shape, shapeTable } from "./shapes.ts";
import { type Token, tokenize } from "./tokens.ts";

/** The tagger's input: a text's tokens with what is known about each before tagging. */
export interface TextContext {
  readonly tokens: readonly Token[];
  readonly shapes: Uint8Array;
  readonly hashes: Int32Array;
  /** Tokens near a cue for mathematics. All others are prose. */
  readonly active: Uint8Array;
  /** Tokens that never occur in prose, such as the `times` of `2.5times` or the `^` of `G^2RPO`. */
  readonly certain: Uint8Array;
  /** Index of the innermost bracket that is open at a token, or -1. */
  readonly openers: Int32Array;
  /**
   * For an opening bracket, the number of strong cues for mathematics that it encloses, at most 2.
   */
  readonly enclosed: Uint8Array;
  /**
   * For a letter or the name of a Greek letter: 1 if it occurs once, 2 if more often, 3 and 4
   * likewise next to strong cues. Otherwise 0.
   */
  readonly letters: Uint8Array;
  readonly genre: Genre;
  /** Facts about the whole text, packed as small numbers. */
  readonly facts: readonly number[];
}

const strongShapes = [
  shape.caret,
  shape.underscore,
  shape.greekLetter,
  shape.greekName,
  shape.strongName,
  shape.glued,
];
const strong = shapeTable(strongShapes);
const beside = shapeTable([...strongShapes, shape.relationSign, shape.openBrace, shape.bar]);
const openerOf: ReadonlyMap<number, number> = new Map([
  [shape.closeParenthesis, shape.openParenthesis],
  [shape.closeBrace, shape.openBrace],
  [shape.closeBracket, shape.openBracket],
]);
const opening: ReadonlySet<number> = new Set<number>(openerOf.values());

/** After this many equal tokens in a row, the next ones are skipped. */
const longestRun = 8;

/** How far from a trigger to look for a formula, in tokens. */
const reach = 6;

function isSnake(tokens: readonly Token[], shapes: Uint8Array, at: number): boolean {
  const before = tokens[at - 1];
  const after = tokens[at + 1];
  return (
    shapes[at] === shape.underscore &&
    before !== undefined &&
    after !== undefined &&
    before.text.length > 2 &&
    after.text.length > 2 &&
    /^[A-Za-z]/.test(before.text) &&
    /^[A-Za-z]/.test(after.text)
  );
}

function activate(
  context: Pick<TextContext, "tokens" | "shapes">,
  certain: Uint8Array,
): Uint8Array {
  const active = new Uint8Array(context.tokens.length);
  let until = -1;
  for (let at = 0; at < active.length; at += 1) {
    if (certain[at] !== 1 && !isTrigger(context, at)) continue;
    for (let near = Math.max(at - reach, until + 1); near <= at + reach; near += 1) {
      if (near < active.length) active[near] = 1;
    }
    until = Math.min(at + reach, active.length - 1);
  }
  // A line of many equal characters is not a formula, and would take longer than the rest of the
  // text.
  for (let at = 0, run = 0; at < active.length; at += 1) {
    run = context.tokens[at]?.text === context.tokens[at - 1]?.text ? run + 1 : 0;
    if (run >= longestRun) active[at] = 0;
  }
  return active;
}

function bracketsOf(shapes: Uint8Array, isStrong: Uint8Array): [Int32Array, Uint8Array] {
  const openers = new Int32Array(shapes.length).fill(-1);
  const enclosed = new Uint8Array(shapes.length);
  const stack: number[] = [];
  for (let at = 0; at < shapes.length; at += 1) {
    const kind = shapes[at] ?? shape.edge;
    const top = stack.at(-1);
    const wanted = openerOf.get(kind);
    if (wanted !== undefined && top !== undefined && shapes[top] === wanted) {
      stack.pop();
      const outer = stack.at(-1);
      if (outer !== undefined) {
        enclosed[outer] = Math.min(2, (enclosed[outer] ?? 0) + (enclosed[top] ?? 0));
      }
      openers[at] = top;
      continue;
    }
    openers[at] = top ?? -1;
    if (top !== undefined && isStrong[at] === 1)
      enclosed[top] = Math.min(2, (enclosed[top] ?? 0) + 1);
    // A bracket that is never closed must not enclose the rest of the text.
    if (opening.has(kind)) stack.push(at);
    if (stack.length > 12) stack.shift();
  }
  return [openers, enclosed];
}

function isKnownLetter(
  tokens: readonly Token[],
  at: number,
  letters: ReadonlySet<string> | undefined,
): boolean {
  const token = tokens[at];
  if (token === undefined || letters?.has(token.text) !== true) return false;
  return token.spaced || !/[A-Za-z]$/.test(tokens[at - 1]?.text ?? "");
}

/** A name of a quantity in a formula: a letter, or the name of a Greek letter. */
const symbolShapes = shapeTable([
  shape.lowerLetter,
  shape.upperLetter,
  shape.greekLetter,
  shape.greekName,
]);

function lettersOf(tokens: readonly Token[], shapes: Uint8Array): Uint8Array {
  const seen = new Map<string, { count: number; strong: boolean }>();
  const isLetter = (kind: number | undefined): boolean => symbolShapes[kind ?? 0] === 1;
  for (let at = 0; at < tokens.length; at += 1) {
    if (!isLetter(shapes[at])) continue;
    const text = tokens[at]?.text ?? "";
    const entry = seen.get(text) ?? { count: 0, strong: false };
    entry.count += 1;
    entry.strong ||= beside[shapes[at - 1] ?? 0] === 1 || beside[shapes[at + 1] ?? 0] === 1;
    seen.set(text, entry);
  }
  const letters = new Uint8Array(tokens.length);
  for (let at = 0; at < tokens.length; at += 1) {
    if (!isLetter(shapes[at])) continue;
    const entry = seen.get(tokens[at]?.text ?? "");
    if (entry !== undefined) letters[at] = (entry.strong ? 3 : 1) + (entry.count > 1 ? 1 : 0);
  }
  return letters;
}

const bucket = (count: number): number => (count < 3 ? count : count < 6 ? 3 : count < 12 ? 4 : 5);

/**
 * Reads a text for the tagger. Linear in the text's length. `letters` are names of Greek letters that
 * another text of the paper has: here, such a name is a sure sign.
 */
export function contextOf(text: string, letters?: ReadonlySet<string>): TextContext {
  const tokens = tokenize(text);
  const length = tokens.length;
  // Loops, because the arrays' own `from` is many times slower.
  const shapes = new Uint8Array(length);
  const hashes = new Int32Array(length);
  const certain = new Uint8Array(length);
  const marked: number[] = [];
  const marks: GenreMark[] = [];
  for (let at = 0; at < length; at += 1) {
    const token = tokens[at];
    if (token === undefined) continue;
    const lexeme = lexemeOf(token);
    shapes[at] = lexeme.shape;
    hashes[at] = lexeme.hash;
    if (lexeme.mayBeCertain) certain[at] = 1;
    if (lexeme.mark !== undefined) {
      marked.push(at);
      marks.push(lexeme.mark);
    }
  }
  const isStrong = new Uint8Array(length);
  const shaped = { tokens, shapes };
  for (let at = 0; at < length; at += 1) {
    if (strong[shapes[at] ?? 0] === 1 && !isSnake(tokens, shapes, at)) isStrong[at] = 1;
    if (certain[at] === 1 && !isCertain(shaped, at) && !isKnownLetter(tokens, at, letters)) {
      certain[at] = 0;
    }
  }
  const [openers, enclosed] = bracketsOf(shapes, isStrong);
  let strongCount = 0;
  let certainCount = 0;
  let greekLetters = 0;
  let names = 0;
  for (let at = 0; at < tokens.length; at += 1) {
    strongCount += isStrong[at] ?? 0;
    certainCount += certain[at] ?? 0;
    if (shapes[at] === shape.greekLetter) greekLetters += 1;
    if (shapes[at] === shape.greekName) names += 1;
  }
  const percent = text.includes("\\%") ? 2 : text.includes("%") ? 1 : 0;
  // Authors who write LaTeX leave other traces than authors who do not.
  const latexTraces = (/``|''|~/.test(text) ? 1 : 0) + (/\\[a-z"'`^]|\\ /.test(text) ? 2 : 0);
  const plainTraces =
    (/\d(?:x|X|×)(?![A-Za-z])/.test(text) ? 1 : 0) + (/[“”’‘–—×≥≤≈→±]|->|>=|<=/.test(text) ? 2 : 0);
  const era = greekLetters > 0 ? (names > 0 ? 3 : 2) : names > 0 ? 1 : 0;
  const genre = genreOf(tokens, marked, marks);
  return {
    tokens,
    shapes,
    hashes,
    genre,
    active: activate({ tokens, shapes }, certain),
    certain,
    openers,
    enclosed,
    letters: lettersOf(tokens, shapes),
    facts: [
      bucket(strongCount),
      percent,
      era,
      latexTraces,
      plainTraces,
      Math.min(3, bucket(certainCount)),
      Math.min(theoryFrom, genre.theory),
    ],
  };
}
