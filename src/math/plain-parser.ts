import { environmentOf } from "./plain-environments.ts";
import { fraction, type Item, joined, type Kind, root, shapeOf, space } from "./plain-items.ts";
import { rootSign, type Script, scriptOf, withScripts } from "./plain-scripts.ts";
import { blackboard, isTextCommand, marks, plainCommand } from "./plain-symbols.ts";

/** A formula cut into commands and characters, and how far it was read. */
export interface Tokens {
  readonly list: readonly string[];
  at: number;
  depth: number;
  /** Whether groups and arguments nest so deeply that not all of it was read. */
  isTooDeep: boolean;
}

/** Formulas that nest this deeply are not typeset either. */
const deepest = 100;

/** The tokens of LaTeX. A command has the space that ends its name. */
export function tokensOf(latex: string): Tokens {
  return {
    list: latex.match(/\\[A-Za-z]+ ?|\\[\s\S]|[\s\S]/gu) ?? [],
    at: 0,
    depth: 0,
    isTooDeep: false,
  };
}

/** Reads parts up to one of the tokens, which is taken, or the end. */
export function readList(tokens: Tokens, ...ends: readonly string[]): Item[] {
  const items: Item[] = [];
  while (tokens.at < tokens.list.length) {
    const next = nextToken(tokens);
    if (ends.includes(next)) {
      tokens.at += 1;
      return items;
    }
    if (next === "^" || next === "_") {
      while (items.at(-1)?.kind === "space") items.pop();
      items.push(withScripts(items.pop() ?? { text: "", kind: "letter" }, readScripts(tokens)));
      continue;
    }
    const read = readAtom(tokens, items.at(-1));
    const isGroup = next === "{" && read.length > 1;
    if (isGroup && isScript(tokens)) items.push(withScripts(asOne(read), readScripts(tokens)));
    else items.push(...read);
  }
  return items;
}

/** The next token, a command without the space that ends its name. */
function nextToken({ list, at }: Tokens): string {
  const raw = list[at] ?? "";
  return /^\\[A-Za-z]/.test(raw) ? raw.trimEnd() : raw;
}

/** A group as the base of scripts. */
function asOne(items: readonly Item[]): Item {
  return { text: joined(items), kind: shapeOf(items) === "sum" ? "sign" : "word" };
}

/** Whether a script is next; moves on to it. */
function isScript(tokens: Tokens): boolean {
  let ahead = tokens.at;
  while (/^(?:\s|\\(?:no|display)?limits ?)$/.test(tokens.list[ahead] ?? "")) ahead += 1;
  if (!/^[_^]$/.test(tokens.list[ahead] ?? "")) return false;
  tokens.at = ahead;
  return true;
}

function readScripts(tokens: Tokens): Script[] {
  const scripts: Script[] = [];
  while (isScript(tokens)) {
    const mark = tokens.list[tokens.at] === "^" ? "^" : "_";
    tokens.at += 1;
    scripts.push(scriptOf(mark, readArgument(tokens)));
  }
  return scripts;
}

/** Reads the argument of a command: a group, a command, or one character. */
export function readArgument(tokens: Tokens): Item[] {
  while (/^\s$/.test(tokens.list[tokens.at] ?? "")) tokens.at += 1;
  return tokens.at < tokens.list.length ? readAtom(tokens, undefined) : [];
}

/** Reads a group, a command with its arguments, or a character. */
function readAtom(tokens: Tokens, before: Item | undefined): Item[] {
  const next = nextToken(tokens);
  tokens.at += 1;
  if (tokens.depth >= deepest) {
    tokens.isTooDeep = true;
    return [];
  }
  tokens.depth += 1;
  const read = next === "{" ? readList(tokens, "}") : readOne(next, tokens, before);
  tokens.depth -= 1;
  return read;
}

function readOne(next: string, tokens: Tokens, before: Item | undefined): Item[] {
  if (/^\\[A-Za-z]/.test(next)) {
    const read = readCommand(next.slice(1), tokens);
    // Where the source has spaces around a sign, that which ends its name is one of them.
    const isSpaced = /^\\[A-Za-z]+ $/.test(tokens.list[tokens.at - 1] ?? "");
    const isWanted = before?.kind === "space" || read.at(-1)?.kind === "operator";
    return isSpaced && isWanted && read.length > 0 ? [...read, space] : read;
  }
  if (next.startsWith("\\")) return readSign(next.slice(1));
  return readCharacter(next);
}

const brackets: ReadonlyMap<string, Kind> = new Map(
  [..."([{⟨⌈⌊"]
    .map((one): [string, Kind] => [one, "open"])
    .concat(
      [...")]}⟩⌉⌋"].map((one): [string, Kind] => [one, "close"]),
      [..."|‖"].map((one): [string, Kind] => [one, "bar"]),
      [..."×·∗∘⊗⊙*"].map((one): [string, Kind] => [one, "times"]),
      [..."∑∏∫∮∐⋃⋂"].map((one): [string, Kind] => [one, "big"]),
      [...",;:/"].map((one): [string, Kind] => [one, "sign"]),
    ),
);

/** The part that a character is. */
function partOf(text: string): Item {
  if (/^\s*$/.test(text)) return space;
  const known = brackets.get(text);
  if (known !== undefined) return { text, kind: known };
  if (/^[\d.]$/.test(text)) return { text, kind: "number" };
  if (/^[A-Za-z]{2}/.test(text)) return { text, kind: "operator" };
  const isSign = /^[\p{Sm}\p{Pd}:=<>]+$/u.test(text) && !/^[∞∂∇¬∀∃]$/u.test(text);
  return { text, kind: isSign ? "sign" : "letter" };
}

function readCharacter(character: string): Item[] {
  if (character === "$" || character === "}") return [];
  return [character === "~" || character === "&" ? space : partOf(character)];
}

function readSign(sign: string): Item[] {
  if (/^[%#&_$]$/.test(sign)) return [{ text: sign, kind: "letter" }];
  if (/^[{}|]$/.test(sign)) return [partOf(sign === "|" ? "‖" : sign)];
  return sign === "!" ? [] : [space];
}

function readCommand(name: string, tokens: Tokens): Item[] {
  const mark = marks.get(name);
  if (mark !== undefined) return [marked(readArgument(tokens), mark)];
  if (/^[cdt]?frac$/.test(name)) return [fraction(readArgument(tokens), readArgument(tokens))];
  if (name === "sqrt") {
    const sign = tokens.list[tokens.at] === "[" ? rootSign(bracketed(tokens)) : "√";
    return [root(sign, readArgument(tokens))];
  }
  if (name === "begin") return readEnvironment(tokens);
  if (name === "end") return readArgument(tokens).slice(0, 0);
  if (name === "mathbb" || name === "Bbb") {
    const text = joined(readArgument(tokens));
    return [{ text: blackboard.get(text) ?? text, kind: "letter" }];
  }
  if (/^(?:left|right|middle|[bB]igg?[lrm]?)$/.test(name)) return readDelimiter(tokens);
  if (isTextCommand(name)) return readText(name, tokens);
  const plain = plainCommand(name);
  return plain === "" ? [] : [partOf(plain)];
}

/** Reads rows, which `\\` divides, and their cells, which `&` divides. */
function readEnvironment(tokens: Tokens): Item[] {
  const name = joined(readArgument(tokens));
  if (/^(?:array|alignat|alignedat|tabular)\*?$/.test(name)) readArgument(tokens);
  const rows: string[][] = [[]];
  for (let last = ""; last !== "\\end" && tokens.at < tokens.list.length; ) {
    const cell = joined(readList(tokens, "&", "\\\\", "\\end"));
    rows.at(-1)?.push(cell);
    last = (tokens.list[tokens.at - 1] ?? "").trimEnd();
    if (last === "\\\\") {
      rows.push([]);
      if (tokens.list[tokens.at] === "[") bracketed(tokens);
    }
    if (last === "\\end") readArgument(tokens);
  }
  return [environmentOf(name, rows)];
}

function bracketed(tokens: Tokens): Item[] {
  tokens.at += 1;
  return readList(tokens, "]");
}

/** The delimiter after `\left` and the like, of which a full stop is none. */
function readDelimiter(tokens: Tokens): Item[] {
  while (/^\s$/.test(tokens.list[tokens.at] ?? "")) tokens.at += 1;
  if (tokens.list[tokens.at] === ".") tokens.at += 1;
  return [];
}

/** Words, of which no character is a sign. */
function readText(name: string, tokens: Tokens): Item[] {
  const isOperator = name.startsWith("operatorname");
  if (isOperator && tokens.list[tokens.at] === "*") tokens.at += 1;
  const items = readArgument(tokens);
  const text = joined(items);
  if (isOperator) return [{ text: text.trim(), kind: "operator" }];
  if (items.length === 1 || /^[\d.]*$/.test(text)) return items;
  return text === "" ? [] : [{ text, kind: "word", goesOn: /\p{L}$/u.test(text) }];
}

/** A mark on a letter, on each of a few letters, or on the first of many. */
function marked(items: readonly Item[], mark: string): Item {
  const text = joined(items).trim();
  const [first = "", ...others] = text;
  const isShort = /^[\p{L}\p{N}]{2,3}$/u.test(text);
  const all = isShort
    ? [...text].map((one) => one + mark).join("")
    : first + mark + others.join("");
  const kind = items.length === 1 ? items[0]?.kind : undefined;
  const shape: Kind = shapeOf(items) === "sum" ? "sign" : "word";
  return { text: text === "" ? "" : all, kind: kind ?? shape };
}
