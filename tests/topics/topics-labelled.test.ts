import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { labelledPaper, measure } from "../../scripts/topics/measure-topics.ts";
import { assign, compileTaxonomy } from "../../src/topics/matcher/matcher.ts";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { readTaxonomy } from "../../src/workspace/read-taxonomy.ts";

const text = await readFile(new URL("../fixtures/topics-labelled.jsonl", import.meta.url), "utf8");
const papers = text
  .trim()
  .split("\n")
  .map((line) => labelledPaper.parse(JSON.parse(line)));
const { topics } = readTaxonomy(workspaceAt("."), { shipped: true });
const matcher = compileTaxonomy(topics);

describe("papers that were labelled by reading", () => {
  it("are labelled with topics that exist", () => {
    const known = new Set<string>(topics.map(({ id }) => id));
    for (const { must, may } of papers) {
      expect([...must, ...may].filter((id) => !known.has(id))).toEqual([]);
      expect(must.filter((id) => may.includes(id))).toEqual([]);
    }
    expect(new Set(papers.map(({ id }) => id)).size).toBe(papers.length);
  });

  it.each(["seed", "tune", "final"] as const)("of the split %s keep the bars", (split) => {
    const part = papers.filter((paper) => paper.split === split);
    const figures = measure(
      part.map((paper) => ({
        paper,
        topics: assign({ titleText: paper.title, abstractText: paper.abstract }, matcher).topics,
      })),
    );
    expect(figures.recall).toBeGreaterThanOrEqual(0.9);
    expect(figures.precision).toBeGreaterThanOrEqual(0.85);
    if (split === "seed") expect(figures.unsorted).toBe(0);
  });
});

describe("measure", () => {
  it("counts right, wrong and missing topics, most mistakes first", () => {
    const figures = measure([
      { paper: { must: ["a", "b"], may: ["c"] }, topics: [{ id: "a" }, { id: "c" }, { id: "d" }] },
      { paper: { must: ["b"], may: [] }, topics: [] },
    ]);
    expect(figures).toEqual({
      assigned: 3,
      precision: 2 / 3,
      recall: 1 / 3,
      unsorted: 1,
      byTopic: [
        { id: "b", right: 0, wrong: 0, missed: 2 },
        { id: "d", right: 0, wrong: 1, missed: 0 },
        { id: "a", right: 1, wrong: 0, missed: 0 },
        { id: "c", right: 1, wrong: 0, missed: 0 },
      ],
    });
  });

  it("is perfect for no papers", () => {
    expect(measure([])).toEqual({ assigned: 0, precision: 1, recall: 1, unsorted: 0, byTopic: [] });
  });
});
