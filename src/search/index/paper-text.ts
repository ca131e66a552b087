import { visit } from "unist-util-visit";
import { parseMarkdown } from "../../archive/render-markdown.ts";
import { formulaEnd, formulaStart } from "../text/normalise.ts";

/**
 * The words of an entry's Markdown as readers see them, each formula as its LaTeX between marks. It
 * is both what is indexed and what results show, so that a match can be found again in what is shown.
 */
export function paperText(markdown: string): string {
  const parts: string[] = [];
  visit(parseMarkdown(markdown), (node, index, parent) => {
    if (parent?.type === "root" && index !== undefined && index > 0) parts.push("\n\n");
    if (node.type === "inlineMath" || node.type === "math") {
      parts.push(formulaStart + unmarked(node.value) + formulaEnd);
    } else if (node.type === "break") {
      parts.push("\n");
    } else if ("value" in node) {
      parts.push(unmarked(node.value));
    }
  });
  return parts.join("");
}

function unmarked(text: string): string {
  return text.replaceAll(formulaStart, " ").replaceAll(formulaEnd, " ");
}
