import type { Element, Root } from "hast";
import { toString as textOf } from "mdast-util-to-string";
import { visit } from "unist-util-visit";
import { expandMacros } from "./expand-macros.ts";
import type { Macros } from "./macros.ts";
import { typeset } from "./typeset.ts";

/**
 * A plugin for rehype, before that of KaTeX: formulas that KaTeX refuses are their source, as in
 * abstracts. KaTeX's own would print the commands that it does not know in red, without braces.
 */
export function showRefusedFormulas(macros: Macros): () => (tree: Root) => void {
  return () => (tree) =>
    visit(tree, "element", (element) => {
      const isDisplay = hasClass(element, "math-display");
      if (!isDisplay && !hasClass(element, "math-inline")) return;
      const set = typeset(expandMacros(textOf(element), macros), { isDisplay });
      if ("refused" in set) element.properties["className"] = ["formula-source"];
    });
}

function hasClass({ tagName, properties: { className: names } }: Element, name: string): boolean {
  return tagName === "code" && Array.isArray(names) && names.includes(name);
}
