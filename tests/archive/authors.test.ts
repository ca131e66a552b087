import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { addressesUnder } from "../../src/archive/addresses.ts";
import { authorFacts } from "../../src/archive/author-facts.ts";
import { authorFinder, authorGroups } from "../../src/archive/authors.ts";
import {
  laterAuthorPages,
  pageOfAuthor,
  sharedAuthorPages,
} from "../../src/archive/shared-author-pages.ts";
import { isAddressPart } from "../../src/text/address-part.ts";
import { entry } from "../fixtures/papers.ts";

const orcids = ["0000-0002-1825-0097", "0000-0001-5109-3700"];

/** Papers with these authors each, as names or as names with ids. */
function papersBy(...lists: (string | { name: string; id?: string })[][]) {
  return lists.map((authors, index) =>
    entry({
      id: `p${index}`,
      published: `20${10 + (index % 80)}-01-01`,
      authors: authors.map((author) => (typeof author === "string" ? { name: author } : author)),
    }),
  );
}

/** The papers of each page by its key. */
function pagesOf(papers: ReturnType<typeof papersBy>): Record<string, string[]> {
  return Object.fromEntries(
    authorGroups(papers).map(({ key, papers: own }) => [key, own.map(({ id }) => id)]),
  );
}

describe("authors with a page", () => {
  it("are those of two papers or more", () => {
    expect(pagesOf(papersBy(["Ada Byron", "Emmy Noether"], ["Ada Byron", "Ada Byron"]))).toEqual({
      "ada-byron": ["p0", "p1"],
    });
  });

  it("are one if their names are the same text in another normal form", () => {
    expect(pagesOf(papersBy(["Ren\u00e9 Thom"], ["Rene\u0301 Thom"]))).toEqual({
      "ren\u00e9-thom": ["p0", "p1"],
    });
  });

  it("are several if their ids differ, and papers without an id are another one's", () => {
    const [first, second] = orcids.map((id) => ({ name: "Wei Wang", id }));
    if (!first || !second) throw new Error("There are two ids.");
    const papers = papersBy([first], [second], [first], ["Wei Wang"], [second], ["Wei Wang"]);
    expect(pagesOf(papers)).toEqual({
      "wei-wang": ["p3", "p5"],
      [`wei-wang-${first.id}`]: ["p0", "p2"],
      [`wei-wang-${second.id}`]: ["p1", "p4"],
    });
    const find = authorFinder(authorGroups(papers.slice(0, 4)));
    expect(find(first)?.papers).toHaveLength(2);
    expect(find(second)).toBeUndefined();
    expect(find({ name: "Wei Wang" })).toBeUndefined();
  });

  it("are one if only some papers give an id, or ids of different kinds", () => {
    const papers = papersBy(
      [{ name: "Ada Byron", id: orcids[0] ?? "" }],
      ["Ada Byron"],
      [{ name: "Ada Byron", id: "~Ada_Byron1" }],
    );
    expect(pagesOf(papers)).toEqual({ "ada-byron": ["p0", "p1", "p2"] });
    const find = authorFinder(authorGroups(papers));
    expect(find({ name: "Ada Byron" })?.ids).toEqual([orcids[0], "~Ada_Byron1"]);
  });

  it("never share an address, and never take over another’s", () => {
    const names = [
      "Fei-Fei Li",
      "Fei Fei Li",
      "FEI FEI LI",
      "???",
      "con",
      "王伟",
      "O’Brien",
      "李, 伟",
    ];
    const all = authorGroups(papersBy(names, names));
    expect(new Set(all.map(({ key }) => key)).size).toBe(names.length);
    expect(all.filter(({ key }) => !isAddressPart(key))).toEqual([]);
    expect(all.map(({ key }) => key)).not.toContain("fei-fei-li");
    expect(authorGroups(papersBy(["Fei-Fei Li"], ["Fei-Fei Li"]))[0]?.key).toBe("fei-fei-li");
  });

  it("share pages in a large archive if they have few papers, and stay on their page when papers are added", () => {
    const others = Array.from({ length: 2_850 }, (_, index) => [`Other ${index}`]);
    const by = (name: string, count: number) => Array.from({ length: count }, () => [name]);
    const papers = papersBy(...by("Ada Byron", 10), ...by("Bo Lian", 9), ...by("Cy", 2), ...others);
    const places = (all: typeof papers) =>
      Object.fromEntries(authorGroups(all).map(({ key, shared }) => [key, shared]));
    const first = places(papers);
    expect(first).toEqual({ "ada-byron": undefined, "bo-lian": expect.any(Number) });
    expect(places([...papers, ...papersBy(["Bo Lian", "Cy"])])).toEqual({
      "ada-byron": undefined,
      "bo-lian": undefined,
      cy: expect.any(Number),
    });
    expect(places([...papers, ...papersBy(["Cy"])])["bo-lian"]).toBe(first["bo-lian"]);
    expect(first["bo-lian"]).toBeLessThanOrEqual(sharedAuthorPages(papers.length));
    // The page where an author was still says so after the tenth paper.
    expect(pageOfAuthor(sharedAuthorPages(papers.length), "bo-lian")).toBe(first["bo-lian"]);
  });

  it("move only to pages that the shared page of before names when the archive grows", () => {
    const size = fc.integer({ min: 2_801, max: 200_000 });
    fc.assert(
      fc.property(size, size, fc.string(), (one, other, key) => {
        const [before, now] = [one, other].sort((a, b) => a - b).map(sharedAuthorPages);
        if (before === undefined || now === undefined) return;
        const page = pageOfAuthor(before, key);
        const found = pageOfAuthor(now, key);
        expect([page, ...laterAuthorPages(64, now, page)]).toContain(found);
        expect(laterAuthorPages(64, now, page).every((later) => later <= now)).toBe(true);
      }),
    );
    expect([3, 64, 65].map((page) => laterAuthorPages(64, 64, page))).toEqual([[], [], []]);
    expect(laterAuthorPages(64, 256, 3)).toEqual([67, 131, 195]);
  });

  it("are sorted by family name, each under its letter", () => {
    const names = ["Bo Lian", "Ann Li", "Ludwig van Beethoven", "Émile Zola", "王伟", "???"];
    expect(authorGroups(papersBy(names, names)).map(({ name, letter }) => [name, letter])).toEqual([
      ["???", "other"],
      ["Ann Li", "l"],
      ["Bo Lian", "l"],
      ["Ludwig van Beethoven", "v"],
      ["王伟", "w"],
      ["Émile Zola", "z"],
    ]);
  });
});

it("counts coauthors, years and topics of an author’s papers", () => {
  const papers = papersBy(["Ada", "Bo", "Cy"], ["Ada", "Cy", "Cy"], ["Bo"]);
  const [ada] = authorGroups(papers);
  expect(ada && authorFacts(ada)).toEqual({
    coauthors: [
      { author: { name: "Cy" }, together: 2 },
      { author: { name: "Bo" }, together: 1 },
    ],
    topics: [],
    years: [
      { year: "2011", count: 1 },
      { year: "2010", count: 1 },
    ],
  });
});

it("searches for a name as a phrase", () => {
  const to = addressesUnder("/archive");
  const address = new URL(to.authorSearch('Ada "Lace" Byron'), "https://example.org");
  expect(address.pathname).toBe("/archive/search/");
  expect(address.searchParams.get("q")).toBe('author:"Ada  Lace  Byron"');
});
