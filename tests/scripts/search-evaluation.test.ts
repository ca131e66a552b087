import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { evaluationPapers } from "../../scripts/search/evaluation-papers.ts";
import { queriesIn, queryStyles } from "../../scripts/search/evaluation-queries.ts";
import { type Found, measure, measuresTable } from "../../scripts/search/measures.ts";

const fixtures = join(import.meta.dirname, "../fixtures/search");
const queries = queriesIn(join(fixtures, "styles.jsonl"), "gist");

describe("search:evaluate", () => {
  it("asks for papers that it searches, with half of each style locked", () => {
    const papers = evaluationPapers(join(fixtures, "texts.jsonl.br"));
    const ids = new Set(papers.map(({ paper }) => String(paper.id)));
    expect(papers.length).toBeGreaterThanOrEqual(6000);
    expect(queries).toHaveLength(150);
    expect(queries.filter(({ paper }) => !ids.has(paper))).toEqual([]);
    for (const style of queryStyles.slice(0, 5)) {
      const ofStyle = queries.filter((query) => query.style === style);
      expect(ofStyle.filter(({ locked }) => locked)).toHaveLength(ofStyle.length / 2);
    }
  });

  it("counts papers among the first 1, 5 and 20", () => {
    const query = { query: "q", paper: "wanted", style: "gist", locked: false } as const;
    const at = (place: number): Found => ({
      query,
      ids: [...Array.from({ length: place - 1 }, (_, n) => `${n}`), "wanted"],
    });
    const found = [at(1), at(5), at(20), { query, ids: [] }];
    expect(measure(found)).toEqual({ success: [0.25, 0.5, 0.75], mrr: (1 + 1 / 5 + 1 / 20) / 4 });
    expect(measuresTable(found, found)).toMatch(/^gist +4 +25 % +50 % +75 % +0\.313/m);
  });
});
