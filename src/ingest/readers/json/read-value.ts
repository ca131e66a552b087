import {
  type Dialect,
  isQuote,
  JsonSyntaxError,
  type Literal,
  readLiteral,
  readString,
} from "./literals.ts";

/** What is collected besides values while reading a text. */
export interface Found {
  /** Where the elements of each list begin. */
  places: WeakMap<unknown[], number[]>;
  /** Names that occur twice in an object, each with the offset of its second value. */
  doubles: { name: string; at: number }[];
}

// Recursion deeper than this could overflow the stack. No source nests more than ten levels.
const maxDepth = 64;

const separators = /[\s\uFEFF,]*/y;

/** The offset of the next character that is not white space or a comma. */
export function skipSeparators(text: string, at: number): number {
  const code = text.charCodeAt(at);
  if (code > 0x2c && code < 0x7f) return at;
  separators.lastIndex = at;
  separators.test(text);
  return separators.lastIndex;
}

/**
 * Reads the value that begins at an offset. Commas may be missing or repeated. If a name occurs
 * twice in an object, the last value counts. Throws a JsonSyntaxError.
 */
export function readValue(
  text: string,
  at: number,
  dialect: Dialect,
  found: Found,
  depth = 0,
): Literal {
  if (depth > maxDepth) throw new JsonSyntaxError(at, `more than ${maxDepth} levels of nesting`);
  switch (text.charAt(at)) {
    case "{":
      return readObject(text, at, dialect, found, depth);
    case "[":
      return readList(text, at, "]", dialect, found, depth);
    case "(":
      if (dialect === "python") return readList(text, at, ")", dialect, found, depth);
  }
  return readLiteral(text, at, dialect);
}

function readList(
  text: string,
  start: number,
  close: string,
  dialect: Dialect,
  found: Found,
  depth: number,
): Literal {
  const value: unknown[] = [];
  const places: number[] = [];
  let at = skipSeparators(text, start + 1);
  while (text.charAt(at) !== close) {
    const element = readValue(text, at, dialect, found, depth + 1);
    value.push(element.value);
    places.push(at);
    at = skipSeparators(text, element.end);
  }
  found.places.set(value, places);
  return { value, end: at + 1 };
}

function readObject(
  text: string,
  start: number,
  dialect: Dialect,
  found: Found,
  depth: number,
): Literal {
  const value: Record<string, unknown> = {};
  let at = skipSeparators(text, start + 1);
  while (text.charAt(at) !== "}") {
    if (!isQuote(text.charAt(at), dialect)) {
      const character = text.charAt(at);
      const reason = character === "" ? "the text ends here" : `"${character}" instead of a name`;
      throw new JsonSyntaxError(at, reason);
    }
    const name = readString(text, at, dialect);
    const colon = skipSeparators(text, name.end);
    if (text.charAt(colon) !== ":") throw new JsonSyntaxError(colon, "a colon is missing");
    at = skipSeparators(text, colon + 1);
    const member = readValue(text, at, dialect, found, depth + 1);
    if (Object.hasOwn(value, name.value)) found.doubles.push({ name: name.value, at });
    // Assigning this name would change the object's prototype.
    if (name.value !== "__proto__") value[name.value] = member.value;
    at = skipSeparators(text, member.end);
  }
  return { value, end: at + 1 };
}
