import { describe, expect, it } from "vitest";
import { buildArchive } from "../../src/archive/archive.ts";
import { entry } from "../fixtures/papers.ts";

describe("the order of papers of one date", () => {
  const facts = { published: undefined, publishedIn: "2024", listed: [] };
  const papers = [
    entry({ ...facts, id: "a", titleText: "A", added: "2025-03-01" }),
    entry({ ...facts, id: "b", titleText: "B" }),
    entry({ ...facts, id: "c", titleText: "C", added: "2025-10-01" }),
    entry({ ...facts, id: "d", titleText: "D" }),
    entry({ ...facts, id: "e", titleText: "E", publishedIn: "2025" }),
  ];
  const idsOf = (given: typeof papers) => buildArchive(given).papers.map(({ id }) => id);

  it("is that of adding, the last first, and then that of titles", () => {
    expect(idsOf(papers)).toEqual(["e", "c", "a", "b", "d"]);
    expect(idsOf(papers.toReversed())).toEqual(["e", "c", "a", "b", "d"]);
  });

  it("is not that of adding for papers that a source listed", () => {
    const listed = papers.map((paper) => entry({ ...paper, listed: ["2025-11-13"] }));
    expect(idsOf(listed)).toEqual(["e", "a", "b", "c", "d"]);
  });
});
