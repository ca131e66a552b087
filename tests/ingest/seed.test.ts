import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { clean } from "../../src/ingest/clean.ts";
import type { Paper } from "../../src/ingest/paper.ts";
import { readSeed } from "../../src/ingest/read-seed.ts";
import { restoreMath } from "../../src/ingest/restore-math.ts";
import { plainText } from "../../src/math/tree-text.ts";
import { mergeRecords } from "../fixtures/papers.ts";
import { seedTable } from "../fixtures/seed-table.ts";

const file = "seeds/daily-papers-11-13.txt";
const bytes = readFileSync(new URL("../fixtures/daily-papers-11-13.txt", import.meta.url));
const read = readSeed({ path: file, bytes }, { seedYears: {} });
const merged = mergeRecords(
  read.value.map((raw) => clean(restoreMath(raw, { formulaConfidence: 0.5 }))),
);
const byLine = new Map(merged.value.map((paper) => [paper.sources[0]?.line, paper]));

describe("the seed's page", () => {
  it("reads without a message", () => {
    expect([...read.messages, ...merged.messages]).toEqual([]);
  });

  it("has the papers of the table and no others", () => {
    const lines = merged.value.map(({ sources }) => sources[0]?.line ?? 0);
    expect(lines.sort((a, b) => a - b)).toEqual(seedTable.map(({ line }) => line));
    expect(seedTable).toHaveLength(62);
  });

  it("gives every paper an id of its own", () => {
    expect(new Set(merged.value.map(({ id }) => id)).size).toBe(62);
    expect(byLine.get(465)?.id).toBe("verbalized-sampling-how-to-mitigate-mode-collapse-and");
  });

  it.each(seedTable)("reads every field of “$title”", (row) => {
    const paper = byLine.get(row.line);
    expect(paper && factsOf(paper)).toEqual({
      title: row.title,
      published: row.published,
      listed: ["2025-11-13"],
      inferred: row.yearInferred ? ["published.year"] : [],
      authorsCount: row.authorsCount,
      organization: row.organization,
      comments: row.comments,
      links: row.links,
      source: {
        format: "daily-papers-text",
        file,
        line: row.line,
        pageYear: { year: 2025, from: "concluded" },
      },
    });
  });

  it.each(seedTable)("keeps the abstract of “$title” from its first words to its last", (row) => {
    const text = abstractOf(byLine.get(row.line));
    expect(text.slice(0, row.begins.length)).toBe(row.begins);
    expect(text.slice(-row.ends.length)).toBe(row.ends);
  });

  it("adds no fact that the page does not have", () => {
    for (const paper of merged.value) {
      expect(paper).toMatchObject({ authors: [], ids: {}, aliases: [] });
      expect(paper).not.toHaveProperty("upvotes");
    }
  });
});

describe("the seed's oddities", () => {
  it.each([
    ["an escaped percent sign", 13, "3.4%"],
    ["a TeX accent, not a quotation", 321, "Schrödinger"],
    ["a blank after a full stop", 189, "e.g. the"],
    ["quotes opened in TeX and closed straight", 29, "– the task “features” – as"],
    ["TeX quotes with a full stop inside", 125, "“The code I write is insecure.”"],
    ["single TeX quotes", 481, "‘in-slate Thompson Sampling’"],
  ])("%s (line %i)", (_, line, words) => {
    expect(abstractOf(byLine.get(line))).toContain(words);
  });

  it("keeps Markdown of the text as Markdown", () => {
    const strong = byLine.get(273)?.abstract[0]?.children.filter(({ type }) => type === "strong");
    expect(strong?.map((node) => plainText([node]))).toEqual([
      "explore-at-the-beginning, exploit-at-the-end",
    ]);
  });

  it("does not take asterisks and underscores of damaged formulas for emphasis", () => {
    const trees = [133, 313, 337, 409].flatMap((line) => byLine.get(line)?.abstract ?? []);
    const types = trees.flatMap(({ children }) => children.map(({ type }) => type));
    expect(types.filter((type) => type === "emphasis" || type === "strong")).toEqual([]);
  });
});

function factsOf(paper: Paper) {
  return {
    title: paper.titleText,
    published: paper.published,
    listed: paper.listed,
    inferred: paper.inferred,
    authorsCount: paper.authorsCount,
    organization: paper.organization,
    comments: paper.comments,
    links: paper.links,
    source: paper.sources[0],
  };
}

function abstractOf(paper: Paper | undefined): string {
  return (paper?.abstract ?? []).map(({ children }) => plainText(children)).join("\n\n");
}
