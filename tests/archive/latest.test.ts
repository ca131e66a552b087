import { describe, expect, it } from "vitest";
import { latestPapers } from "../../src/archive/latest.ts";
import { entry } from "../fixtures/papers.ts";

describe("the latest papers", () => {
  it("are sorted by listing, else by publication, and at most a thousand", () => {
    const { papers } = latestPapers([
      entry({ id: "undated" }),
      entry({ id: "old", published: "2019-01-01" }),
      entry({ id: "listed", published: "2018-01-01", listed: ["2025-11-13"] }),
    ]);
    expect(papers.map((paper) => paper.id)).toEqual(["listed", "old", "undated"]);
    expect(papers[0]?.day).toBe("2025-11-13");
    const [renamed] = latestPapers([
      entry({ id: "2401.00001", publishedIn: "2024-01", aliases: ["a-slug"] }),
    ]).papers;
    expect(renamed).toMatchObject({ published: "2024-01", aliases: ["a-slug"] });
    const many = Array.from({ length: 1200 }, (_, index) => entry({ id: `p${index}` }));
    expect(latestPapers(many).papers.length).toBe(1000);
  });
});
