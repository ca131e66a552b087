import { describe, expect, it } from "vitest";
import { checkNote } from "../../src/notes/check-note.ts";
import { allThere } from "../fixtures/needed-files.ts";

const check = (text: string) =>
  checkNote({ path: "content/notes/a.mdx", text }, { components: [], code: true }, allThere);

/** Texts that nest to a depth, one for each way. */
const nested = (depth: number): [name: string, text: string][] => {
  const around = (before: string, after: string, inner = "x") =>
    before.repeat(depth) + inner + after.repeat(depth);
  const items = Array.from({ length: depth }, (_, level) => `${"  ".repeat(level)}- x`);
  return [
    ["quotes", `Text.\n\n${">".repeat(depth)} x`],
    ["quotes with spaces", `Text.\n\n${"> ".repeat(depth)} x`],
    ["lists on one line", `Text.\n\n${"- ".repeat(depth)}x`],
    ["numbered lists", `Text.\n\n${"1. ".repeat(depth)}x`],
    ["indented lists", `Text.\n\n${items.join("\n")}`],
    ["emphasis", `Text.\n\n${around("*a **b ", "** a*")}`],
    ["brackets", `Text.\n\n${around("[", "]")}`],
    ["links", `Text.\n\n${around("[", "](https://a.example)")}`],
    ["elements in a line", `Text.\n\n${around("<b>", "</b>")}`],
    ["elements on lines", `Text.\n\n${around("<div>\n", "\n</div>")}`],
    ["code", `Text.\n\n{${around("[", "]", "1")}}`],
    ["sums", `Text.\n\n{${"1+".repeat(depth)}1}`],
    ["code of attributes", `Text.\n\n<b title={${around("[", "]", "1")}}>x</b>`],
    ["fractions", `Text.\n\n$${around("\\frac{1}{", "}")}$`],
    ["roots", `Text.\n\n$${around("\\sqrt{", "}")}$`],
    ["exponents", `Text.\n\n$$\n${around("x^{", "}")}\n$$`],
    ["groups", `Text.\n\n$${around("{", "}")}$`],
    ["delimiters", `Text.\n\n$${around("\\left(", "\\right)")}$`],
  ];
};

describe("a note that nests", () => {
  it.each(nested(8))("eight %s is compiled", (_, text) => {
    const { value, messages } = check(text);
    expect(messages).toEqual([]);
    expect(value.mdx).toBeDefined();
  });

  it.each([...nested(150), ...nested(3000)])("too many %s is shown as its source", (_, text) => {
    const { value, messages } = check(text);
    expect(value).toEqual({ math: false });
    expect(messages.map(({ severity }) => severity)).toEqual(["error"]);
    expect(messages[0]?.rule).toMatch(/^(?:nested-too-deeply|invalid-mdx)$/);
    const line = messages[0]?.place?.line ?? 3;
    expect(line).toBeGreaterThanOrEqual(3);
  });

  it.each([
    ["a rule of many characters", `${"* ".repeat(200)}\n\n${"-".repeat(500)}\n`],
    ["many footnote marks in their own paragraphs", "*note\n\n".repeat(200)],
    ["a long list", "- [x](https://a.example) *a* **b**\n".repeat(500)],
    ["many short quotes", "> a\n\n".repeat(300)],
    ["closing brackets", `${"a) b] c\\] ".repeat(200)}`],
    ["identifiers", "snake_case_name __init__ 2 * 3 * 4 ".repeat(200)],
  ])("is not %s", (_, text) => {
    expect(check(text).messages).toEqual([]);
  });
});
