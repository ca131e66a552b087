import { type Cursor, nextCharacter } from "./cursor.ts";
import { type Output, outputAfter } from "./output.ts";
import { parseTex, type TexNode } from "./parse-tex.ts";
import { readCommand } from "./read-command.ts";
import { readSwitch } from "./read-switch.ts";
import { type Formula, type Reading, type Surroundings, takeSource } from "./reading.ts";
import { writeScript } from "./scripts.ts";

/** A text with a mark in the place of each formula, and the formulas in the same order. */
export interface FormulaText<F> {
  words: string;
  formulas: F[];
}

// Quotation marks that a program escaped: `\"text\"` around whole words.
const escapedQuotes = /(?<!\p{L})\\"([^"\\{}]{1,200})\\"(?![\p{L}{])/gu;

// Joined to the next word, where a source removed the backslash of a size.
const damagedSize = /(?<![A-Za-z\\])(?:scriptsize|footnotesize|normalsize)(?=[A-Z])/g;

/**
 * Reads the TeX that authors write in prose, outside formulas: accents, symbols, escaped characters,
 * fonts (as marks of emphasis and bold type), quotations, raised and lowered text. A plain `%` is a
 * percent sign, and a group that no command begins keeps its braces. What is not known stays as it is
 * written, with its arguments. Linear in the length of the text.
 */
export function readTex<F extends Formula>({
  words,
  formulas,
}: FormulaText<F>): FormulaText<F | Formula> {
  const source = words.replace(damagedSize, "").replace(escapedQuotes, '"$1"');
  if (!/\\|[_^]\{/.test(source)) return { words: source, formulas };
  const reading: Reading<F> = {
    source,
    given: formulas,
    met: 0,
    written: [],
    read: (nodes, around) => readNodes(reading, nodes, around),
  };
  const text = reading.read(parseTex(source), { before: "", after: "", inTex: false });
  return { words: text, formulas: reading.written };
}

/** Reads a list of parts into a text. */
function readNodes<F extends Formula>(
  reading: Reading<F>,
  nodes: readonly TexNode[],
  { before, after, inTex }: Surroundings,
): string {
  const output = outputAfter(before);
  const cursor: Cursor = { source: reading.source, nodes: [...nodes], at: 0, after };
  while (cursor.at < cursor.nodes.length) {
    const first = cursor.at === 0 && inTex;
    const node = cursor.nodes[cursor.at];
    if (node === undefined) break;
    cursor.at += 1;
    if (node.kind === "text") output.push(takeSource(reading, node.start, node.end));
    else if (node.kind === "command") readCommand({ reading, cursor, output, first }, node);
    else if (!readBareScript(reading, node, output)) {
      const around = { before: output.tail(), after: nextCharacter(cursor), inTex };
      output.push(readGroup(reading, node, around));
    }
  }
  return output.text();
}

/** Reads `C_{60}`, which has no dollars, and is a script all the same; false if it is another group. */
function readBareScript<F extends Formula>(
  reading: Reading<F>,
  { start, end }: TexNode,
  output: Output,
): boolean {
  const [mark] = /(?<=[\p{L}\p{N})\]\uFFFC])[_^]$/u.exec(output.tail()) ?? [];
  const content = reading.source.slice(start + 1, end - 1);
  const isAddress = /:\/\/\S*$/.test(output.tail());
  if (isAddress || !/^[\p{L}\p{N}+\-−=(),.*' ]{1,20}$/u.test(content)) return false;
  if (mark !== "_" && mark !== "^") return false;
  output.cut(1);
  const source = mark + reading.source.slice(start, end);
  writeScript({ mark, content, formulas: [], source }, output, reading);
  return true;
}

/** Reads a group in braces. They stay unless TeX wants them. */
function readGroup<F extends Formula>(
  reading: Reading<F>,
  group: Extract<TexNode, { kind: "group" }>,
  { before, after, inTex }: Surroundings,
): string {
  const { start, end, children } = group;
  const [first] = children;
  // What `_` and `^` raise is a formula without its dollars; not what follows `{\textasciicircum}`.
  const isScript =
    /[_^]$/.test(before) &&
    /(?<!\\)[_^]$/.test(reading.source.slice(Math.max(0, start - 2), start));
  if (first?.kind === "command" && !isScript) {
    const read = readSwitch(reading, children, { before, after, inTex: true });
    if (read !== undefined) return read;
  }
  if (isScript || first?.kind === "command") return takeSource(reading, start, end);
  if (children.length === 0 && !inTex) return takeSource(reading, start, end);
  const inside = readNodes(reading, children, {
    before: inTex ? before : "{",
    after: inTex ? after : "}",
    inTex: false,
  });
  return inTex ? inside : `{${inside}}`;
}
