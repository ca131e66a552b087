import { describe, expect, it } from "vitest";
import { parseInline } from "../../src/text/inline-markdown.ts";

const mark = "\uFFFC";

/** Nodes as `type(text)`, so that a table shows them at a glance. */
function shape(nodes: ReturnType<typeof parseInline>): string {
  return nodes
    .map((node) => {
      if ("children" in node) return `${node.type}(${shape(node.children)})`;
      if (!("value" in node)) return node.type;
      return node.type === "text" ? node.value : `${node.type}(${node.value})`;
    })
    .join("|");
}

describe("parseInline", () => {
  it.each([
    ["a **bold** word", "a |strong(bold)| word"],
    ["an *italic* word", "an |emphasis(italic)| word"],
    ["an _italic_ word", "an |emphasis(italic)| word"],
    ["the `x + y` code", "the |inlineCode(x + y)| code"],
    ["**see https://a.org/b**", "strong(see |link(https://a.org/b))"],
    ["at https://a.org/b.", "at |link(https://a.org/b)|."],
    ["https://a.org/_x_", "link(https://a.org/_x)|_"],
    ["**a *b* c**", "**a |emphasis(b)| c**"],
  ])("reads %j", (text, nodes) => {
    expect(shape(parseInline(text, []))).toBe(nodes);
  });

  it.each([
    "C^* and N^* of C^*",
    "x_1,dots,x_n and V_m",
    "epsilon_{opt}+epsilon_{mathrm{RM}^2C^*/k}",
    "2 * 3 * 4",
    "snake_case_name",
    "** not bold **",
    "****",
    "*",
    "a*b*c",
    "# not a heading",
    "[a](https://",
    "<b>text</b>",
    "` ` of nothing",
  ])("reads nothing into %j", (text) => {
    expect(shape(parseInline(text, []))).toBe(text);
  });

  it("puts the formulas in their places, in order, in marks and in code too", () => {
    const text = `${mark} in **a ${mark} b** or \`${mark}\`, ${mark}`;
    const formulas = ["1", "2", "3", "4"].map((value) => ({ type: "inlineMath" as const, value }));
    expect(shape(parseInline(text, formulas))).toBe(
      "inlineMath(1)| in |strong(a |inlineMath(2)| b)| or |inlineCode($3$)|, |inlineMath(4)",
    );
  });
});
