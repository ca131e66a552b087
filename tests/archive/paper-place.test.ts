import { describe, expect, it } from "vitest";
import { buildArchive } from "../../src/archive/archive.ts";
import { paperPlaces } from "../../src/archive/paper-place.ts";
import { entry } from "../fixtures/papers.ts";

const from = (line: number) => [{ format: "daily-papers-text", file: "seeds/a.txt", line }];

describe("the place of a paper", () => {
  const papers = [
    entry({ id: "second", listed: ["2025-11-13"], published: "2025-11-12", sources: from(9) }),
    entry({ id: "first", listed: ["2025-11-13"], published: "2024-01-01", sources: from(2) }),
    entry({ id: "third", listed: ["2025-11-13"], sources: from(20) }),
    entry({ id: "earlier", listed: ["2025-11-12"] }),
    entry({ id: "of-2020", publishedIn: "2020" }),
    entry({ id: "of-may", publishedIn: "2020-05" }),
    entry({ id: "undated" }),
  ];
  const places = paperPlaces(buildArchive(papers));
  const placeOf = (id: string) => {
    const { date, position, of, before, after } = places.get(id) ?? {};
    return [date, position, of, before?.id, after?.id];
  };

  it("is among the papers of its day, in the order of the day's source", () => {
    expect(placeOf("first")).toEqual(["2025-11-13", 1, 3, undefined, "second"]);
    expect(placeOf("second")).toEqual(["2025-11-13", 2, 3, "first", "third"]);
    expect(placeOf("third")).toEqual(["2025-11-13", 3, 3, "second", undefined]);
  });

  it("is in its month or year if its day is not known, and every paper has one", () => {
    expect(placeOf("of-2020")).toEqual(["2020", 1, 1, undefined, undefined]);
    expect(placeOf("of-may").slice(0, 3)).toEqual(["2020-05", 1, 1]);
    expect(placeOf("undated").slice(0, 3)).toEqual([undefined, 1, 1]);
    expect(places.size).toBe(papers.length);
  });
});
