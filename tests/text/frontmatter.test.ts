import { describe, expect, it } from "vitest";
import { splitFrontmatter } from "../../src/text/frontmatter.ts";

describe("splitFrontmatter", () => {
  it.each([
    ["---\na: 1\n---\nText\n", "a: 1\n", "Text\n", 4],
    ["---\na: 1\n---", "a: 1\n", "", 4],
    ["---\n---\nText", "", "Text", 3],
    ["---  \na: |\n  ---\n--- \n\n---\nText", "a: |\n  ---\n", "\n---\nText", 5],
    ["\uFEFF---\r\na: 1\r\n---\r\nText\r\n", "a: 1\n", "Text\n", 4],
    ["---\ra: 1\r---\rText", "a: 1\n", "Text", 4],
    ["---\na: 1\n----\n---x\nText", undefined, "---\na: 1\n----\n---x\nText", 1],
    ["Text\n---\na: 1\n---\n", undefined, "Text\n---\na: 1\n---\n", 1],
    ["----\na: 1\n---\n", undefined, "----\na: 1\n---\n", 1],
    ["", undefined, "", 1],
  ])("cuts %j", (text, yaml, body, bodyLine) => {
    expect(splitFrontmatter(text)).toEqual({ yaml, body, bodyLine });
  });
});
