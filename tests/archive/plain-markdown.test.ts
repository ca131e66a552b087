import fc from "fast-check";
import remarkMath from "remark-math";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, it } from "vitest";
import { plainTree } from "../../src/archive/plain-markdown.ts";

const parser = unified().use(remarkParse).use(remarkMath);

/** Without positions, which a plain tree does not have. */
function withoutPositions(value: unknown): unknown {
  return JSON.parse(JSON.stringify(value, (key, part) => (key === "position" ? undefined : part)));
}

const plain = [
  "We study bandits.",
  "Two lines,\nof one paragraph.\n\nAnother one: 100 % (of it).",
  "A bound of $O(\\sqrt{n})$, where \\$5 and a\\_b are words; a\\b too.",
  "\"Quoted\" — “so” 'or' so.",
  "$n$ papers, $\\{x_1, \\dots\\}$ of them, and $a$$ b",
  "3 of 4 agents, 2024 alone",
  "\\# is no heading, \\* no item",
];

const others = [
  "# A heading",
  "- an item",
  "1. an item",
  "1) an item",
  "> a quote",
  "    code",
  "an *emphasis* and `code`",
  "a [link](https://example.org) or <https://example.org>",
  "AT&amp;T",
  "$$\nx\n$$",
  "a $$x$$ b",
  "a $ b",
  "a $x\ny$ b",
  "a heading\n===",
  "a heading\n---",
  "a break  \nhere",
  "a break\\\nhere",
  " a space before",
  "a tab\there",
  "a carriage return\rhere",
  "a zero \0 byte",
  "~~~\ncode",
  "",
];

describe("plainTree", () => {
  it.each(plain.slice(0, 4))("reads %j", (markdown) => {
    expect(plainTree(markdown)).toBeDefined();
  });

  it.each(plain)("has the parser's tree of %j, if any", (markdown) => {
    const tree = plainTree(markdown);
    if (tree) expect(withoutPositions(tree)).toEqual(withoutPositions(parser.parse(markdown)));
  });

  it.each(others)("leaves %j to the parser", (markdown) => {
    expect(plainTree(markdown)).toBeUndefined();
  });

  it("has the parser's tree of any text that it reads", () => {
    const signs = [..."ab1 \n\n$$\\*_{}[]()<>&!#~|`=+-.:@%\t\r\0é“\u00A0\uFEFF"];
    const words = [
      "$x$",
      "$$",
      "\\$",
      "\\*",
      "  ",
      "\\\n",
      "1.",
      "2) ",
      "- ",
      "# ",
      "&amp;",
      "x_1",
    ];
    const text = fc
      .array(fc.constantFrom(...signs, ...words), { maxLength: 12 })
      .map((parts) => parts.join(""));
    let read = 0;
    fc.assert(
      fc.property(text, (markdown) => {
        const tree = plainTree(markdown);
        if (!tree) return;
        read += 1;
        expect(withoutPositions(tree)).toEqual(withoutPositions(parser.parse(markdown)));
      }),
      { numRuns: 5000 },
    );
    expect(read).toBeGreaterThan(100);
  });
});
