import { fnv1a } from "../../text/fnv1a.ts";
import { mayBeCertain } from "./cues.ts";
import { type GenreMark, genreMarkOf } from "./genre.ts";
import { shape, shapeOf } from "./shapes.ts";
import type { Token } from "./tokens.ts";

/** What is known of a token by its text alone. */
export interface Lexeme {
  readonly shape: number;
  /** Of its text, or of the form of a number. */
  readonly hash: number;
  /** Whether its neighbours can make it a certain sign of a formula. */
  readonly mayBeCertain: boolean;
  readonly mark: GenreMark | undefined;
}

/** Numbers differ by their form, not their value, except for one-digit numbers as in exponents. */
function contentOf(text: string, kind: number): string {
  if (kind === shape.integer) return text.length === 1 ? text : `#${text.length}`;
  if (kind === shape.decimal) return text.includes(".") ? "#.#" : "#,#";
  return text;
}

const address: Lexeme = {
  shape: shape.address,
  hash: fnv1a("@"),
  mayBeCertain: false,
  mark: undefined,
};

// Texts share their words, and looking one up is much faster than judging it again.
const known = new Map<string, Lexeme>();
const mostKnown = 50_000;

/** The lexeme of a token. */
export function lexemeOf(token: Token): Lexeme {
  if (token.address) return address;
  const { text } = token;
  const found = known.get(text);
  if (found !== undefined) return found;
  const kind = shapeOf(token);
  const lexeme = {
    shape: kind,
    hash: fnv1a(contentOf(text, kind)),
    mayBeCertain: mayBeCertain(text, kind),
    mark: genreMarkOf(text),
  };
  if (known.size >= mostKnown) known.clear();
  known.set(text, lexeme);
  return lexeme;
}
