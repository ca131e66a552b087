import { describe, expect, it } from "vitest";
import { buildArchive } from "../../src/archive/archive.ts";
import { datedItems } from "../../src/archive/feeds/dates.ts";
import { entry } from "../fixtures/papers.ts";

describe("the dates of papers in feeds", () => {
  const source = (line: number) => ({ format: "f", file: "a", line });
  const archive = buildArchive([
    entry({ id: "second", published: "2025-10-01", listed: ["2025-11-13"], sources: [source(2)] }),
    entry({ id: "first", published: "2025-10-02", listed: ["2025-11-13"], sources: [source(1)] }),
    entry({ id: "again", published: "2024-01-01", listed: ["2025-11-12", "2025-11-21"] }),
    entry({ id: "added", published: "1943-01-01", added: "2025-11-20" }),
    entry({ id: "unknown" }),
    entry({ id: "old", published: "1943-01-01" }),
    entry({ id: "month", publishedIn: "2023-05" }),
  ]);
  const dated = datedItems(archive);

  it("are the days on which the archive got them, newest first, in the order of the day's page", () => {
    const days = dated.map(({ paper, dates }) => [
      paper.id,
      dates.published.toISOString().slice(0, 10),
      dates.updated.toISOString().slice(0, 10),
    ]);
    expect(days).toEqual([
      ["again", "2025-11-12", "2025-11-21"],
      ["added", "2025-11-20", "2025-11-20"],
      ["first", "2025-11-13", "2025-11-13"],
      ["second", "2025-11-13", "2025-11-13"],
      ["month", "2023-05-01", "2023-05-01"],
      ["old", "1990-01-01", "1990-01-01"],
      ["unknown", "1990-01-01", "1990-01-01"],
    ]);
  });

  it("are never the same time, and stay when a day gets another paper", () => {
    const times = dated.map(({ dates }) => dates.updated.getTime());
    expect(times).toEqual([...new Set(times)]);
    const late = entry({ id: "late", listed: ["2025-11-13"], sources: [source(3)] });
    const more = datedItems(buildArchive([...archive.papers, late]));
    const before = new Map(dated.map(({ paper, dates }) => [paper.id, dates]));
    for (const { paper, dates } of more) {
      if (paper.id !== "late") expect(dates).toEqual(before.get(paper.id));
    }
  });
});
