import { emphasis, lowered, raised, strong } from "../marks.ts";

const commands: readonly (readonly [typeof emphasis, string])[] = [
  [emphasis, "emph"],
  [strong, "textbf"],
  [lowered, "textsubscript"],
  [raised, "textsuperscript"],
];
const opening = new Map(commands.map(([{ open, close }, command]) => [open, { close, command }]));
const marks = /[\uFDD0-\uFDD7]/g;

/** The words of HTML with TeX's commands in the place of marks. A mark without its partner is nothing. */
export function marksAsTex(words: string): string {
  let text = "";
  const open: { before: string; close: string; command: string }[] = [];
  let at = 0;
  for (const { 0: mark, index } of words.matchAll(marks)) {
    text += words.slice(at, index);
    at = index + 1;
    const begins = opening.get(mark);
    if (begins) {
      open.push({ before: text, ...begins });
      text = "";
    } else if (open.at(-1)?.close === mark) {
      const { before = "", command = "" } = open.pop() ?? {};
      text = before + withCommand(command, text);
    }
  }
  text += words.slice(at);
  return open.map(({ before }) => before).join("") + text;
}

/** The argument of a command, unless its braces would end it early. */
function withCommand(command: string, text: string): string {
  if (text.trim() === "") return text;
  let depth = 0;
  for (const [brace] of text.matchAll(/\\[\s\S]|[{}]/g)) {
    if (brace === "{") depth += 1;
    if (brace === "}") depth -= 1;
    if (depth < 0) return text;
  }
  return depth === 0 ? `\\${command}{${text}}` : text;
}

/** A formula with scripts in the place of marks. */
export function marksAsLatex(latex: string): string {
  if (latex.search(marks) < 0) return latex;
  const scripts = latex.replace(
    /([\uFDD4\uFDD6])([^\uFDD0-\uFDD7]*)[\uFDD5\uFDD7]/g,
    (_, mark: string, content: string) => `${mark === lowered.open ? "_" : "^"}{${content}}`,
  );
  return scripts.replace(marks, "");
}
