import { beforeAll, describe, expect, it } from "vitest";
import { settledPapers } from "../../src/search/index/settled.ts";
import { type MadePaper, madeSearch } from "../fixtures/made-search.ts";

const [total, recent] = [2100, 40];

/** What the last papers say; those before them are settled. */
function abstractOf(at: number): string {
  if (at < 30) return "We grow crystals on silicon.";
  if (at < 35) return "We drop tokens early. Token dropping is fast.";
  if (at < total - recent) return `We study case ${at}.`;
  const spellings = [
    "vibe-coding",
    "vibe coding",
    "vibecoding",
    "crystals on-silicon, token-dropping",
  ];
  return `We study ${spellings[at % spellings.length]} in case ${at}.`;
}

let ids: (text: string) => Promise<string[]>;

beforeAll(() => {
  const papers = Array.from({ length: total }, (_, at): MadePaper => {
    const published = at < total - recent ? "2020-01-01" : "2025-01-01";
    return { id: `paper-${1000 + at}`, title: `Case ${at}`, published, abstract: abstractOf(at) };
  });
  ids = madeSearch(papers).ids;
});

describe("a compound that only recent papers hyphenate", () => {
  it("has recent papers in this test", () => {
    expect(total - settledPapers(total)).toBeGreaterThanOrEqual(recent);
  });

  it.each(["vibe-coding", "vibe coding", "vibecoding"])(
    "is found in each spelling: %s",
    async (text) => {
      expect(await ids(text)).toHaveLength((recent * 3) / 4);
    },
  );

  it("leaves out no settled papers if one of its words is not indexed", async () => {
    expect(await ids("on silicon")).toHaveLength(30 + recent / 4);
  });

  it("is found in settled papers that write it as two words", async () => {
    expect(await ids("token-dropping")).toHaveLength(5 + recent / 4);
  });
});
