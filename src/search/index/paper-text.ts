import { visit } from "unist-util-visit";
import { parseMarkdown } from "../../archive/inline-content.ts";
import { expandMacros } from "../../math/expand-macros.ts";
import { macros } from "../../math/macros.ts";
import { formulaEnd, formulaStart } from "../text/normalise.ts";

/**
 * The text of an entry's Markdown as readers see it, with each formula as its LaTeX between
 * `formulaStart` and `formulaEnd`. Both the index and the results are made from it, so that a match
 * can be found again in what is shown.
 */
export function paperText(markdown: string): string {
  if (isPlain(markdown)) return markdown;
  const parts: string[] = [];
  visit(parseMarkdown(markdown), (node, index, parent) => {
    if (parent?.type === "root" && index !== undefined && index > 0) parts.push("\n\n");
    if (node.type === "inlineMath" || node.type === "math") {
      // `\norm` and `\eps` are found by what they stand for.
      const latex = expandMacros(withoutDelimiters(node.value), macros);
      parts.push(formulaStart + latex + formulaEnd);
    } else if (node.type === "break") {
      parts.push("\n");
    } else if (node.type === "html") {
      // A tag in the Markdown of an owner's note.
      parts.push(" ");
    } else if ("value" in node) {
      parts.push(withoutDelimiters(node.value));
    }
  });
  return parts.join("");
}

/** A line that is only text: it begins with a letter, and nothing in it is a mark of Markdown. */
const plainLine = /^[\p{L}"'“‘(][^\p{C}\s\\`*_$<>{}&[\]#~|@]*(?: [^\p{C}\s\\`*_$<>{}&[\]#~|@]+)*$/u;

/** Whether a text is what readers see. Most abstracts are, and parsing takes most of the time of indexing. */
function isPlain(markdown: string): boolean {
  return markdown
    .split("\n\n")
    .every((paragraph) => paragraph.split("\n").every((line) => plainLine.test(line)));
}

function withoutDelimiters(text: string): string {
  return text.replaceAll(formulaStart, " ").replaceAll(formulaEnd, " ");
}
