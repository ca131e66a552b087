import { describe, expect, it } from "vitest";
import { buildArchive } from "../../src/archive/archive.ts";
import { homeLists } from "../../src/archive/home-lists.ts";
import type { PaperEntry } from "../../src/schemas/paper.ts";
import { entry } from "../fixtures/papers.ts";

const ids = (papers: readonly PaperEntry[] = []) => papers.map(({ id }) => id);
const day = (key: string, count: number, facts: Partial<PaperEntry> = {}) =>
  Array.from({ length: count }, (_, index) =>
    entry({ id: `${key}-${String(index).padStart(2, "0")}`, listed: [key], ...facts }),
  );

describe("the lists of the home page", () => {
  it("show the newest days that fill the page, and no paper twice", () => {
    const papers = [
      ...day("2025-11-13", 3),
      ...day("2025-11-12", 40, { upvotes: 7 }),
      ...day("2025-11-03", 9, { upvotes: 9 }),
    ];
    const { own, days, added, week, month } = homeLists(buildArchive(papers), papers.slice(1, 2));
    expect(ids(own)).toEqual(["2025-11-13-01"]);
    expect(days.map(({ period, first }) => [period.key, first.length])).toEqual([
      ["2025-11-13", 2],
      ["2025-11-12", 22],
    ]);
    expect(added).toEqual([]);
    expect(week?.period.key).toBe("2025-W46");
    expect(ids(week?.first)).toEqual(["22", "23", "24", "25", "26"].map((n) => `2025-11-12-${n}`));
    expect(month?.period.key).toBe("2025-11");
    expect(ids(month?.first)[0]).toBe("2025-11-03-00");
    const shown = [own, ...days.map(({ first }) => first), week?.first ?? [], month?.first ?? []];
    const all = shown.flatMap(ids);
    expect(new Set(all).size).toBe(all.length);
  });

  it("name the most discussed of the last week and month that have more than the newest day", () => {
    const papers = [
      ...day("2025-12-01", 40, { upvotes: 90 }),
      ...day("2025-11-28", 2, { upvotes: 7 }),
      ...day("2025-11-13", 1, { upvotes: 9 }),
    ];
    const { days, week, month } = homeLists(buildArchive(papers), []);
    expect(days.map(({ period }) => period.key)).toEqual(["2025-12-01"]);
    expect([week?.period.key, ids(week?.first)]).toEqual([
      "2025-W48",
      ["2025-11-28-00", "2025-11-28-01"],
    ]);
    expect([month?.period.key, ids(month?.first)]).toEqual(["2025-11", ["2025-11-13-00"]]);
    const alone = homeLists(buildArchive(papers.slice(0, 40)), []);
    expect([alone.week, alone.month]).toEqual([undefined, undefined]);
  });

  it("say nothing of discussions where no source counts any", () => {
    const { week, month } = homeLists(buildArchive(day("2025-11-13", 60)), []);
    expect([week, month]).toEqual([undefined, undefined]);
  });

  it("begin with what was added last where no source lists papers by day", () => {
    const papers = [
      entry({ id: "old", published: "2001-02-03", added: "2025-03-01" }),
      entry({ id: "new", published: "2024-02-03", added: "2024-03-01" }),
      entry({ id: "unknown", publishedIn: "2025" }),
    ];
    const { days, added } = homeLists(buildArchive(papers), []);
    expect(days).toEqual([]);
    expect(ids(added)).toEqual(["old", "new", "unknown"]);
  });
});
