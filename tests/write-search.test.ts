import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { writeSearch } from "../src/project/write-search.ts";
import { nothingSelected } from "../src/search/engine/filters.ts";
import { type OpenSearch, openSearch } from "../src/search/engine/open-search.ts";
import { PartMissing } from "../src/search/engine/part-files.ts";
import { search } from "../src/search/engine/search.ts";
import { buildIndex } from "../src/search/index/build-index.ts";
import { context, madeSources, wordsOf } from "./fixtures/made-search.ts";

const words =
  "policy reward Schrödinger ε-greedy GPT-4o 强化学习 on-policy naïve C++ L² the of".split(" ");
const pick = (at: number) => words[at % words.length] ?? "";
const sources = madeSources(
  Array.from({ length: 60 }, (_, at) => ({
    id: `paper-${at}`,
    title: `${pick(at)} and ${pick(at * 7 + 3)}`,
    abstract: `We study ${pick(at * 3)} ${pick(at + 1)} with $x_{${at}}^2$ in ${pick(at * 5)}; ${"policy ".repeat(at % 4)}`,
    published: `20${10 + (at % 15)}-0${1 + (at % 9)}-11`,
    authors: [{ name: `Ada ${pick(at)}` }],
  })),
);

let folder: string;
let site: OpenSearch;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "offprint-test-"));
  await writeSearch(folder, sources, context);
  site = await openSearch(async (path) => readFileSync(join(folder, path)));
});

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("the index in files", () => {
  it("has every word of every record where the record has it, and no other", async () => {
    const expected = wordsOf(buildIndex(sources, context));
    expect(expected.size).toBeGreaterThan(100);
    for (const [word, postings] of expected) {
      expect(await site.words.find(word), word).toEqual(postings);
    }
    expect(await site.words.find("zzyzxqq")).toBeUndefined();
  });

  it("shows the papers that it found, with their formulas", async () => {
    const answer = await search(site, {
      text: "title:schroedinger",
      selection: nothingSelected,
      sort: "relevance",
      typing: false,
      widely: false,
    });
    expect(answer.papers.length).toBeGreaterThan(2);
    for (const { paper, formulas } of await site.shown(answer.papers)) {
      expect(paper.title).toContain("Schrödinger");
      const number = paper.id.slice("paper-".length);
      expect(formulas[`x_{${number}}^2`]).toContain("<msubsup>");
    }
  });

  it("finds by beginnings", async () => {
    const found = await site.words.beginningWith("schr");
    expect([...found.keys()].sort()).toEqual(["schroding", "schroeding"]);
  });

  it("says which part is missing, and never answers without it", async () => {
    const broken = await openSearch(async (path) => {
      if (path.endsWith(".pf_index")) throw new Error("offline");
      return readFileSync(join(folder, path));
    });
    await expect(broken.words.find("polici")).rejects.toBeInstanceOf(PartMissing);
  });
});
