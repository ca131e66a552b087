import { describe, expect, it } from "vitest";
import { renderMarkdown } from "../../src/archive/render-markdown.ts";
import { checkEntry } from "../../src/ingest/check-entry.ts";
import { checkLengths } from "../../src/ingest/check-lengths.ts";
import { toMdx } from "../../src/ingest/to-mdx.ts";
import { splitFrontmatter } from "../../src/text/frontmatter.ts";
import { topicPaper, words } from "../fixtures/papers.ts";

describe("a text that no abstract has", () => {
  it.each([
    ["long", "$x$ and *y* with https://a.org {b}\n\n".repeat(1000)],
    ["full of asterisks", "a*".repeat(3000)],
  ])("keeps every word and is reported: %s", (_, abstract) => {
    const paper = topicPaper({ title: "On Testing", abstract });
    const whole = abstract.replace(/\s+/g, " ").trim();
    expect(words(paper.abstract)).toBe(whole);
    expect(paper.links).toEqual([]);
    const [message] = checkLengths(paper);
    expect(message).toMatchObject({ rule: "long-text", severity: "warning" });
    expect(message?.place).toEqual({ file: "seeds/a.txt", line: 1 });
    const entry = toMdx(paper);
    expect(checkEntry(entry, paper)).toEqual([]);
    expect(renderMarkdown(splitFrontmatter(entry.text).body).text).toBe(whole);
  });

  it("is not an abstract of the usual length", () => {
    const paper = topicPaper({ abstract: "Of *words*, and more of them. ".repeat(300) });
    expect(checkLengths(paper)).toEqual([]);
    expect(paper.abstract[0]?.children.length).toBeGreaterThan(500);
  });
});
