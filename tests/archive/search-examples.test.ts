import { describe, expect, it } from "vitest";
import { searchExamples } from "../../src/archive/search-examples.ts";
import { type MadePaper, madeSearch, madeSources } from "../fixtures/made-search.ts";

const papers: MadePaper[] = [
  {
    id: "plain",
    title: "Robust Policy Learning from Logged Feedback",
    published: "2024-05-01",
    authors: [{ name: "Ada Lovelace" }],
    topics: [{ id: "bandits", score: 1, evidence: [] }],
    links: [{ kind: "code", url: "https://example.org/code" }],
  },
  { id: "signs", title: "τ²-bench: -x $a$ OR b", published: "2025-01-01" },
];
const examplesOf = (made: MadePaper[]) =>
  searchExamples(
    madeSources(made)
      .map(({ paper }) => paper)
      .toReversed(),
  );

describe("the examples of the search page", () => {
  it("show a way to search each, and find something", async () => {
    const examples = examplesOf(papers);
    expect(examples).toEqual([
      '"robust policy learning"',
      "author:Lovelace year:2024",
      "topic:bandits year:2024",
      "has:code",
    ]);
    const { ids } = madeSearch(papers);
    for (const example of examples) expect(await ids(example)).toEqual(["plain"]);
  });

  it("are absent where the archive has nothing of the kind", () => {
    expect(examplesOf(papers.slice(1))).toEqual([]);
    expect(searchExamples([])).toEqual([]);
  });
});
