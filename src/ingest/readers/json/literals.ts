/** How strings, numbers and names are written: as in JSON, or as Python prints values. */
export type Dialect = "json" | "python";

/** A value that was read, and the offset after it. */
export interface Literal {
  value: unknown;
  end: number;
}

/** A syntax error, with its offset in the text. */
export class JsonSyntaxError extends Error {
  readonly at: number;
  constructor(at: number, reason: string) {
    super(reason);
    this.at = at;
  }
}

const names: Record<Dialect, Record<string, unknown>> = {
  json: { true: true, false: false, null: null, NaN: null, Infinity: null },
  python: { True: true, False: false, None: null, nan: null, inf: null },
};

const word = /[A-Za-z_][\w.]*/y;
const number = /-?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?/y;

/** Reads a string, a number or a name such as `true`. Nothing is ever evaluated. */
export function readLiteral(text: string, at: number, dialect: Dialect): Literal {
  const character = text.charAt(at);
  if (isQuote(character, dialect)) return readString(text, at, dialect);
  number.lastIndex = at;
  const digits = number.exec(text)?.[0];
  if (digits !== undefined) return { value: Number(digits), end: at + digits.length };
  word.lastIndex = at;
  const name = word.exec(text)?.[0];
  if (name === undefined) {
    throw new JsonSyntaxError(
      at,
      character === "" ? "the text ends here" : `unexpected "${character}"`,
    );
  }
  if (!Object.hasOwn(names[dialect], name)) {
    throw new JsonSyntaxError(at, `"${name}" is not a value`);
  }
  return { value: names[dialect][name], end: at + name.length };
}

/** Whether a character begins a string in this dialect. */
export function isQuote(character: string, dialect: Dialect): boolean {
  return character === '"' || (character === "'" && dialect === "python");
}

/** Reads a string. Line breaks in it are kept, because many programs forget to escape them. */
export function readString(
  text: string,
  at: number,
  dialect: Dialect,
): Literal & { value: string } {
  const quote = text.charAt(at);
  let end = at;
  for (;;) {
    end = text.indexOf(quote, end + 1);
    if (end < 0) throw new JsonSyntaxError(at, "the string that begins here does not end");
    let back = end - 1;
    while (text.charAt(back) === "\\") back -= 1;
    if ((end - 1 - back) % 2 === 0) break;
  }
  const inside = text.slice(at + 1, end);
  const value = inside.includes("\\") ? unescaped(inside, at, dialect) : inside;
  return { value, end: end + 1 };
}

const simple: Record<string, string> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" };
const escaped = /\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|x([0-9a-fA-F]{2})|(\r\n|[\s\S]))/g;

function unescaped(text: string, at: number, dialect: Dialect): string {
  return text.replace(escaped, (all, four?: string, eight?: string, two?: string, other = "") => {
    const code = four ?? eight ?? two;
    if (code === undefined) {
      if (dialect === "python" && /^[\r\n]/.test(other)) return "";
      if (/["'\\/]/.test(other)) return other;
      // A TeX command whose backslash was not doubled, such as `\alpha`, stays as its author wrote it.
      return simple[other] ?? all;
    }
    const point = Number.parseInt(code, 16);
    if (point > 0x10ffff) throw new JsonSyntaxError(at, `"\\U${code}" is not a character`);
    return four ? String.fromCharCode(point) : String.fromCodePoint(point);
  });
}
