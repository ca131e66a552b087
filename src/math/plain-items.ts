/**
 * What a part of a formula is. A `sign` divides sums and relations; a `sum` is a part that has such
 * a sign of its own; `word` is text, `operator` a name such as `log`.
 */
export type Kind =
  | "letter"
  | "number"
  | "word"
  | "operator"
  | "sign"
  | "times"
  | "open"
  | "close"
  | "bar"
  | "fraction"
  | "root"
  | "big"
  | "space";

/** A part of a formula in plain characters. */
export interface Item {
  text: string;
  kind: Kind;
  /** A letter after it would seem to be part of it, as of `x_max` and `√n`. */
  goesOn?: boolean;
}

/** A space between parts. */
export const space: Item = { text: " ", kind: "space" };

const isSpace = ({ kind }: Item): boolean => kind === "space";
const beginsWord = ({ text }: Item): boolean => /^[\p{L}\p{N}√∛∜∑∏∫]/u.test(text);

/** What stands before or after a fraction without a sign, so that it needs parentheses. */
const touching = new Set<Kind>(["letter", "number", "word", "operator", "fraction", "root", "big"]);

/** Parts in a row, with the spaces and parentheses that a reader needs. */
export function joined(items: readonly Item[]): string {
  let out = "";
  for (const [at, item] of items.entries()) {
    const [before, after] = [items[at - 1], items[at + 1]];
    if (isSpace(item)) {
      if (isWanted(before, after)) out += " ";
      continue;
    }
    const last = before && isSpace(before) && isName(items[at - 2]) ? items[at - 2] : before;
    const text = item.kind === "fraction" ? fractionAmong(item, last, after) : item.text;
    const isApart =
      last !== undefined &&
      (needsSpace(last, item) || (item.kind === "operator" && /[\p{L}\p{N})\]}⟩|‖]$/u.test(out)));
    out += isApart && !/\s$/.test(out) && !text.startsWith("(") ? ` ${text}` : text;
  }
  return out;
}

/** Whether a space of the source is one for a reader: not in `log (n)`, `( a )` and `∂ f`. */
function isWanted(before: Item | undefined, after: Item | undefined): boolean {
  if (before?.kind === "operator") return !/^(?:open|fraction)$/.test(after?.kind ?? "");
  return (
    before?.kind !== "open" && after?.kind !== "close" && !/^[∂∇][²³]?$/u.test(before?.text ?? "")
  );
}

function isName(item: Item | undefined): boolean {
  return item?.kind === "operator";
}

function needsSpace(before: Item, item: Item): boolean {
  if (before.kind === "operator" || before.goesOn) return beginsWord(item);
  return before.kind === "big" && item.kind === "fraction";
}

/** A fraction with parentheses if what is next to it would seem to be a part of it. */
function fractionAmong({ text }: Item, before: Item | undefined, after: Item | undefined): string {
  const isBefore =
    before !== undefined &&
    (touching.has(before.kind) || before.kind === "close") &&
    before.kind !== "big" &&
    !/\s$/.test(before.text);
  const isAfter = after !== undefined && (touching.has(after.kind) || after.kind === "open");
  if (before?.kind === "number" && /^\d+\/\d+$/.test(text) && !isAfter) return ` ${text}`;
  return isBefore || isAfter ? `(${text})` : text;
}

/** Whether parts read as one, as a product, or as a sum or relation. */
export function shapeOf(items: readonly Item[]): "one" | "product" | "sum" {
  const parts = withoutInside(items.filter((item) => !isSpace(item)));
  if (parts.some(({ kind }) => /^(?:sign|fraction|big)$/.test(kind))) return "sum";
  const [first, second, ...more] = parts;
  if (first === undefined || second === undefined) return "one";
  if (parts.every(({ kind }) => kind === "number")) return "one";
  const isPair = more.length === 0;
  // f(x), log n, dx
  const isCall = isPair && second.kind === "open" && /^(?:letter|word|operator)$/.test(first.kind);
  const isNamed = isPair && first.kind === "operator";
  const isDifferential = isPair && /^[d∂δ][²³]?$/u.test(first.text) && second.kind === "letter";
  return isCall || isNamed || isDifferential ? "one" : "product";
}

/** Parts with one `open` in the place of each pair of brackets and what is in them. */
function withoutInside(items: readonly Item[]): Item[] {
  const outer: Item[] = [];
  let depth = 0;
  let isInBars = false;
  for (const item of items) {
    const opens = item.kind === "open" || (item.kind === "bar" && !isInBars);
    const closes = item.kind === "close" || (item.kind === "bar" && isInBars);
    if (item.kind === "bar") isInBars = !isInBars;
    if (opens && depth === 0) outer.push({ ...item, kind: "open" });
    if (opens) depth += 1;
    else if (closes) depth = Math.max(0, depth - 1);
    else if (depth === 0) outer.push(item);
  }
  return outer;
}

/** Text in parentheses, unless brackets are around all of it. */
export function inParentheses(text: string): string {
  return isBracketed(text) ? text : `(${text})`;
}

function isBracketed(text: string): boolean {
  if (!/^\([\s\S]*\)$/.test(text)) return false;
  let depth = 0;
  for (const [at, character] of [...text].entries()) {
    if (character === "(") depth += 1;
    if (character === ")") depth -= 1;
    if (depth === 0) return at === [...text].length - 1;
  }
  return false;
}

/** `a/b`, `(a+b)/c`, `1/(2n)`. */
export function fraction(numerator: readonly Item[], denominator: readonly Item[]): Item {
  const [above, below] = [joined(numerator).trim(), joined(denominator).trim()];
  const isOne = shapeOf(numerator) !== "sum" && !endsInName(numerator);
  const top = isOne || /^-[\d.]+$/.test(above) ? above : inParentheses(above);
  const bottom = shapeOf(denominator) === "one" ? below : inParentheses(below);
  return { text: `${top}/${bottom}`, kind: "fraction" };
}

/** Whether a name such as `log` seems to go on after its argument: `log n`. */
function endsInName(items: readonly Item[]): boolean {
  const parts = withoutInside(items.filter((item) => !isSpace(item)));
  return parts.some(
    ({ kind }, at) =>
      kind === "operator" && parts[at + 1]?.kind !== "open" && at + 1 < parts.length,
  );
}

/** `√n`, `√(a+b)`, `∛x`; the index of others is raised before the sign. */
export function root(sign: string, content: readonly Item[]): Item {
  const inside = joined(content).trim();
  const isOne = shapeOf(content) === "one" && !/\s/.test(inside);
  return { text: sign + (isOne ? inside : inParentheses(inside)), kind: "root", goesOn: isOne };
}
