import { describe, expect, it } from "vitest";
import { partitionsOf } from "../../src/workspace/partitions/partitions.ts";

const papers = [
  { id: "a", date: "2023-11-02" },
  { id: "b", date: "2024-01-05" },
  { id: "c", date: "2024-01-31" },
  { id: "d", date: "2024-03" },
  { id: "e", date: "2024" },
  { id: "f", date: undefined },
];

describe("the partitions of an archive", () => {
  it("are years, and the months of a year with many papers", () => {
    expect(partitionsOf(papers).names).toEqual(["2023", "2024"]);
    expect(partitionsOf(papers, 2).names).toEqual(["2023", "2024-01", "2024-03"]);
    expect(partitionsOf([]).names).toEqual([]);
  });

  it.each([
    ["papers/a/index.html", "2023", "2023"],
    ["/papers/b/paper.bib", "2024", "2024-01"],
    ["papers/d/index.html", "2024", "2024-03"],
    // What a month cannot have, since its date is a year.
    ["papers/e/index.html", "2024", undefined],
    ["papers/f/index.html", undefined, undefined],
    ["papers/former/index.html", undefined, undefined],
    ["days/2024-01-05/index.html", "2024", "2024-01"],
    ["days/2024-01-05/2/index.html", "2024", "2024-01"],
    ["days/2024-02-05/index.html", "2024", undefined],
    ["days/2025-02-05/index.html", undefined, undefined],
    ["days/undated/index.html", undefined, undefined],
    ["days/index.html", undefined, undefined],
    ["months/2024-03/index.html", "2024", "2024-03"],
    ["weeks/2024-W05/index.html", "2024", undefined],
    ["weeks/feed.xml", undefined, undefined],
    ["years/2024/index.html", "2024", undefined],
    ["years/2023/index.html", "2023", "2023"],
    ["index.html", undefined, undefined],
    ["topics/2024/index.html", undefined, undefined],
    ["papers.bib", undefined, undefined],
  ])("have %s in %s, or in %s if the year is divided", (path, year, month) => {
    expect(partitionsOf(papers).of(path)).toBe(year);
    expect(partitionsOf(papers, 2).of(path)).toBe(month);
  });
});
