import { describe, expect, it } from "vitest";
import { markdownText } from "../src/archive/render-markdown.ts";
import { toMdx } from "../src/ingest/to-mdx.ts";
import { parseEntry } from "../src/project/entries.ts";
import { excerptPieces } from "../src/search/excerpt.ts";
import { searchRecord } from "../src/search/records.ts";
import { entry, topicPaper } from "./fixtures/papers.ts";

const context = {
  language: "en",
  addressOf: (id: string) => `/papers/${id}/`,
  topicName: (id: string) => id.toUpperCase(),
};

describe("searchRecord", () => {
  it("tells the index all that a reader may look for", () => {
    const paper = entry({
      id: "a",
      title: "Determinantal Processes",
      titleText: "Determinantal Processes",
      published: "2025-10-01",
      listed: ["2025-11-13"],
      authors: [{ name: "Ada Lovelace" }],
      organization: { handle: "stanfordnlp", name: "Stanford NLP" },
      topics: [{ id: "llm", score: 1, evidence: [] }],
    });
    expect(searchRecord(paper, "We sample.", context)).toEqual({
      url: "/papers/a/",
      language: "en",
      content: "Determinantal Processes\n\nWe sample.\n\nStanford NLP, Ada Lovelace, LLM",
      meta: {
        title: "Determinantal Processes",
        published: "2025-10-01",
        topics: "LLM",
        organization: "Stanford NLP",
      },
      filters: { topic: ["LLM"], year: ["2025"], organization: ["Stanford NLP"] },
      sort: { date: "2025-10-01" },
    });
  });

  it("gives an undated paper the year of its listing, and no date of publication", () => {
    const record = searchRecord(entry({ id: "a", listed: ["2025-11-13"] }), "", context);
    expect(record).toMatchObject({ content: "a", filters: { year: ["2025"], topic: [] } });
    expect(record.meta).toEqual({ title: "a" });
  });

  it("holds a formula once, as its source, and signs as a reader sees them", () => {
    const made = toMdx(
      topicPaper({ title: "On $L^2$", abstract: "In $L^2$, p<0.05 & {a} of x_1.\n\nimport it." }),
    );
    const { data, abstract } = parseEntry(made.path, made.text);
    const { content } = searchRecord(data, markdownText(abstract), context);
    expect(content).toBe("On L²\n\nIn L^2, p<0.05 & {a} of x_1.\n\nimport it.\n\nOn L^2");
  });
});

describe("excerptPieces", () => {
  it.each([
    [
      "a <mark>b</mark> c",
      [
        ["a ", false],
        ["b", true],
        [" c", false],
      ],
    ],
    ["p&lt;0.05 &amp; &quot;x&quot;", [['p<0.05 & "x"', false]]],
    ["&amp;lt;b&amp;gt;", [["&lt;b&gt;", false]]],
    ["<mark>&lt;b&gt;</mark>", [["<b>", true]]],
    ["<script>alert(1)</script>", [["<script>alert(1)</script>", false]]],
    [
      "<mark>a</mark><mark>b</mark>",
      [
        ["a", true],
        ["b", true],
      ],
    ],
    ["", []],
  ])("takes %j apart into text", (html, pieces) => {
    expect(excerptPieces(html).map(({ text, matched }) => [text, matched])).toEqual(pieces);
  });
});
