import { formulaMark } from "../characters.ts";
import { lineMark } from "../marks.ts";
import { readAccent } from "./accents.ts";
import { isLoneBackslash, printedBackslash } from "./backslashes.ts";
import { takeBareFormula } from "./bare-formula.ts";
import {
  manyArguments,
  reference,
  silent,
  sizes,
  spaces,
  switches,
  textEnvironments,
  unprinted,
  wrappings,
} from "./commands.ts";
import {
  type Cursor,
  type Group,
  nextCharacter,
  nextNode,
  skipArguments,
  takeEmptyGroup,
  takeGroup,
  takeText,
} from "./cursor.ts";
import { escaped } from "./known-commands.ts";
import { endOfName } from "./name-ends.ts";
import type { TexNode } from "./parse-tex.ts";
import { type Formula, type Place, takeSource } from "./reading.ts";
import { abbreviations, letters, mathSymbols, symbolOf } from "./table.ts";
import { wrapped } from "./wrapped.ts";

type Command = Extract<TexNode, { kind: "command" }>;

/** Reads a command, of which the name was just taken, with its arguments. */
export function readCommand<F extends Formula>(place: Place<F>, command: Command): void {
  const { reading, cursor, output } = place;
  const latex = takeBareFormula(cursor, command.start, output.tail());
  if (latex !== undefined) {
    reading.written.push({ latex, source: latex });
    output.push(formulaMark);
    return;
  }
  const known =
    simple(place, command) ??
    (readsArguments(place, command) ? "" : undefined) ??
    accented(place, command);
  if (known !== undefined) {
    output.push(known);
    return;
  }
  const end = skipArguments(cursor) ?? command.end;
  output.push(takeSource(reading, command.start, end));
}

/** What a command without arguments prints; undefined for other commands. */
function simple<F extends Formula>(place: Place<F>, command: Command): string | undefined {
  const { cursor, output } = place;
  const { name } = command;
  if (name === "_") return lineMark;
  if (isLoneBackslash(place, command)) return "\\ ";
  const character = escaped.get(name);
  if (character !== undefined) return name === "!" ? " " : character;
  if (name === "\\") return /^(?:\s|$)/.test(nextCharacter(cursor)) ? " " : undefined;
  const letter = letters.get(name);
  if (letter !== undefined) {
    endName(cursor, /^ (?=\p{L})/u);
    return letter;
  }
  const symbol = symbolOf(name);
  if (symbol !== undefined) {
    endName(cursor, endOfName(name, output.tail()));
    if (symbol === "\\") return printedBackslash(place);
    // A group that is not an argument: `III\textendash{{V}}`.
    return (symbol === "_" ? lineMark : symbol) + braceless(place);
  }
  const short = abbreviations.get(name);
  if (short !== undefined) {
    if (!takeEmptyGroup(cursor) && nextNode(cursor)?.kind === "command") takeBackslash(cursor);
    takeText(cursor, /^\./);
    return `${short}.`;
  }
  if (sizes.has(name) || silent.has(name)) {
    endName(cursor, /^ /);
    return sizes.has(name) ? braceless(place) : "";
  }
  if (spaces.has(name)) {
    if (name.startsWith("hspace")) takeGroup(cursor);
    return " ";
  }
  if (name === "footnotemark") {
    takeText(cursor, /^\[\d{1,3}\]/);
    return "";
  }
  if (name === "item") return /\S/.test(output.tail()) ? "• " : "";
  return mathSymbol(place, name);
}

/** The name of a command ends with an empty group, or with a space that is not printed. */
function endName(cursor: Cursor, space?: RegExp): void {
  if (!takeEmptyGroup(cursor) && space) takeText(cursor, space);
}

/** `\ie\ `: the backslash only ends the name. */
function takeBackslash(cursor: Cursor): void {
  const next = nextNode(cursor);
  if (next?.kind !== "command" || next.name !== " ") return;
  cursor.nodes[cursor.at] = { kind: "text", start: next.start + 1, end: next.end };
}

function braceless<F extends Formula>({ reading, cursor, output }: Place<F>): string {
  const next = nextNode(cursor);
  if (next?.kind !== "group" || next.children[0]?.kind === "command") return "";
  cursor.at += 1;
  const around = { before: output.tail(), after: nextCharacter(cursor), inTex: true };
  return reading.read(next.children, around);
}

/** A symbol of formulas that is not part of a formula without its dollars. */
function mathSymbol<F extends Formula>(
  { cursor, output }: Place<F>,
  name: string,
): string | undefined {
  const symbol = mathSymbols.get(name);
  if (symbol === undefined || /[_^{\\]$/.test(output.tail())) return undefined;
  const next = nextNode(cursor);
  if (next?.kind === "group" && next.end - next.start > 2) return undefined;
  if (/^[_^]/.test(nextCharacter(cursor))) return undefined;
  if (next?.kind === "command" && /^[A-Za-z]/.test(next.name)) return undefined;
  takeEmptyGroup(cursor);
  return symbol;
}

/** Writes a command with arguments; false if it has none that are known. */
function readsArguments<F extends Formula>(place: Place<F>, { name, start }: Command): boolean {
  const { reading, cursor, output } = place;
  if (/^(?:verb\*?|lstinline)$/.test(name) && nextNode(cursor)?.kind === "text") {
    const verbatim = takeText(cursor, /^([^\sA-Za-z0-9*])[^\n]*?\1/);
    output.push(verbatim.slice(1, -1));
    return verbatim !== "";
  }
  const wrapping = wrappings.get(name);
  if (wrapping !== undefined) {
    const group = takeGroup(cursor);
    if (group) wrapped(place, wrapping, { group, start });
    return group !== undefined;
  }
  if (name === "url" || name === "path" || name === "href") return readAddress(place, name);
  const many = manyArguments.get(name);
  if (many !== undefined) {
    const groups = cursor.nodes.slice(cursor.at, cursor.at + many.count);
    const printed = groups[many.printed];
    if (printed?.kind !== "group" || !groups.every((one) => one.kind === "group")) return false;
    const [from = printed, to = printed] = [groups[0], groups.at(-1)];
    // Formulas in what is not printed would be lost.
    const whole = reading.source.slice(from.start, to.end);
    if (count(whole) > count(reading.source.slice(printed.start, printed.end))) return false;
    cursor.at += many.count;
    const around = { before: output.tail(), after: nextCharacter(cursor), inTex: true };
    output.push(reading.read(printed.children, around));
    return true;
  }
  const type = switches.get(name);
  if (type !== undefined) {
    // `\bf{words}`, as if the switch had an argument.
    const group = nextNode(cursor)?.kind === "group" ? takeGroup(cursor) : undefined;
    if (group) wrapped(place, type, { group, start });
    return group !== undefined || takeText(cursor, /^\s+/) !== "";
  }
  return dropped(place, name);
}

/** `\url{…}` as the address, and `\href{…}{label}` as the address with its label in braces. */
function readAddress<F extends Formula>(
  { reading, cursor, output }: Place<F>,
  name: string,
): boolean {
  const from = cursor.at;
  const group = takeGroup(cursor);
  const label = name === "href" && group ? takeGroup(cursor) : undefined;
  const address = plainAddressIn(group ? reading.source.slice(group.start + 1, group.end - 1) : "");
  if (!/^[^\s\uFFFC]{1,2000}$/.test(address) || (name === "href") !== (label !== undefined)) {
    cursor.at = from;
    return false;
  }
  output.push(address);
  if (label) {
    const around = { before: "", after: "", inTex: true };
    output.push(`{${reading.read(label.children, around).replace(/[{}]/g, "")}}`);
  } else if (/^[\p{L}\p{N}]/u.test(nextCharacter(cursor))) output.push(" ");
  return true;
}

/** An address without what TeX needs in it: `\_`, `{\_}`, `\~{}`. */
function plainAddressIn(source: string): string {
  return source
    .trim()
    .replace(/\\(?:string|protect)(?![A-Za-z])\s*/g, "")
    .replace(/\\textasciitilde(?![A-Za-z])\s*/g, "~")
    .replace(/\\textunderscore(?![A-Za-z])\s*/g, "_")
    .replace(/\\([%&#_~$^])/g, "$1")
    .replace(/[{}]/g, "");
}

function count(text: string): number {
  return text.split(formulaMark).length;
}

/** Takes what is not printed: keys of references, keys for sorting, the names of environments. */
function dropped<F extends Formula>({ reading, cursor, output }: Place<F>, name: string): boolean {
  const isReference = reference.test(name);
  const isEnvironment = name === "begin" || name === "end";
  if (!isReference && !isEnvironment && !unprinted.has(name)) return false;
  const from = cursor.at;
  if (isReference) takeText(cursor, /^(?:\[[^[\]]{0,100}\]){1,2}$/);
  const group = takeGroup(cursor);
  const text = group ? reading.source.slice(group.start + 1, group.end - 1) : "";
  const isKey = group !== undefined && text.length <= 300 && !/[{}\uFFFC]/u.test(text);
  if (!isKey || (isEnvironment && !textEnvironments.has(text))) {
    cursor.at = from;
    return false;
  }
  if (name === "raisebox") output.push(braceless({ reading, cursor, output, first: false }));
  if (isReference) {
    output.cut(/[\s~]*$/.exec(output.tail())?.[0].length ?? 0);
    // Nothing but commas is left in brackets around references.
    const bracket = /\s*[([][\s,;]*$/.exec(output.tail())?.[0] ?? "";
    if (bracket !== "" && takeText(cursor, /^[)\]]/) !== "") output.cut(bracket.length);
  }
  return true;
}

function accented<F extends Formula>(
  { reading, cursor, output, first }: Place<F>,
  { name }: Command,
): string | undefined {
  const read = ({ start, end, children }: Group) => {
    if (reading.source.slice(start, end).includes(formulaMark)) return "";
    const { length } = reading.written;
    const text = reading.read(children, { before: "", after: "", inTex: true });
    reading.written.length = length;
    return text;
  };
  return readAccent(name, cursor, { before: output.tail(), first, read });
}
