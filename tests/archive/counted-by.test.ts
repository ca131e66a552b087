import { describe, expect, it } from "vitest";
import { countedAt, countedBy } from "../../src/archive/counted-by.ts";
import { entry } from "../fixtures/papers.ts";

const source = (format: string, facts: Record<string, unknown> = {}) => ({
  format,
  file: `seeds/${format}`,
  line: 1,
  ...facts,
});
const of = (facts: Record<string, unknown>) => countedBy(entry({ id: "a", upvotes: 7, ...facts }));

describe("who counted upvotes and comments", () => {
  it("is nobody where there are none", () => {
    expect(countedBy(entry({ id: "a" }))).toBeUndefined();
  });

  it("is the source, with the day of its list", () => {
    const sources = [source("daily-papers-api")];
    const expected = { format: "daily-papers-api", list: "2025-11-13", read: undefined };
    expect(of({ sources, listed: ["2025-11-13"] })).toEqual(expected);
    expect(of({ sources })).toEqual({ ...expected, list: undefined, read: undefined });
  });

  it("is the last list of several, and no source that has no counts", () => {
    const sources = [
      source("bibtex"),
      source("daily-papers-api", { listed: "2025-11-13", read: "2025-11-14" }),
      source("daily-papers-text", { listed: "2025-11-12" }),
    ];
    const listed = ["2025-11-12", "2025-11-13"];
    expect(of({ sources, listed })).toEqual({
      format: "daily-papers-api",
      list: "2025-11-13",
      read: "2025-11-14",
    });
  });

  it("is a page of the source where the paper’s id is known", () => {
    const facts = { upvotes: 7, sources: [source("daily-papers-api")] };
    const paper = entry({ id: "a", ...facts, ids: { arxiv: "2511.00001" } });
    expect(countedAt(paper)).toBe("https://huggingface.co/papers/2511.00001");
    expect(countedAt(entry({ id: "a", ...facts }))).toBeUndefined();
    const byOwner = [...facts.sources, source("note", { gave: ["upvotes"] })];
    expect(countedAt({ ...paper, sources: byOwner })).toBeUndefined();
  });

  it("is the owner whose note corrects them", () => {
    const sources = [source("daily-papers-api"), source("note", { gave: ["comments"] })];
    expect(of({ sources, listed: ["2025-11-13"] })).toEqual({ format: "note", list: undefined });
    const other = [source("daily-papers-api"), source("note", { gave: ["authors"] })];
    expect(of({ sources: other })?.format).toBe("daily-papers-api");
  });
});
