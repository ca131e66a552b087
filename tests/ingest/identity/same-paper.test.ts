import { describe, expect, it } from "vitest";
import { identityRules } from "../../../src/ingest/identity/verdict.ts";
import type { RawPaper } from "../../../src/ingest/raw-paper.ts";
import { bandits, bridges, merge } from "../../fixtures/records.ts";

const at = (line: number): Pick<RawPaper, "source"> => ({
  source: { format: "bibtex", file: "seeds/refs.bib", line },
});
const bare = { abstract: "", authors: [] };
const ada = { authors: [{ name: "Ada Abbott" }] };
const bo = { authors: [{ name: "Bo Cheng" }] };
const arxiv = { ids: { arxiv: "1011.1669" } };
const doi = { ids: { doi: "10.5000/3457" } };
const journal = (pages: string, volume: string): Pick<RawPaper, "venue"> => ({
  venue: { kind: "journal", name: "J. Bandits", pages, volume },
});
const book = (name: string): Pick<RawPaper, "venue"> => ({ venue: { kind: "book", name } });
const crystals = "Growth of crystals in gels";
const zones = "Special points in zone integrals";

type Case = [string, Partial<RawPaper>, Partial<RawPaper>, number];

const cases: Case[] = [
  [
    "one arXiv id, other titles and authors",
    { ...arxiv, ...ada, title: crystals, publishedIn: "2004" },
    { ...arxiv, ...bo, title: zones, publishedIn: "1991" },
    2,
  ],
  [
    "a book's DOI on its chapters",
    { ...doi, ...ada, ...book("Wires"), title: "Spectroscopy of wires", publishedIn: "2012" },
    { ...doi, ...bo, ...book("Wires"), title: "Microscopy of wires", publishedIn: "2012" },
    2,
  ],
  [
    "two DOIs",
    { ids: { doi: "10.5000/1" }, ...ada, title: crystals },
    { ids: { doi: "10.5000/2" }, ...ada, title: crystals },
    2,
  ],
  [
    "a short DOI and a full one",
    { ids: { doi: "10/abcd" }, ...ada, title: crystals },
    { ids: { doi: "10.5000/2" }, ...ada, title: crystals },
    1,
  ],
  [
    "two editorials of one person",
    { ...ada, ...journal("1-2", "1"), title: "Editorial", publishedIn: "2001" },
    { ...ada, ...journal("1-3", "5"), title: "Editorial", publishedIn: "2005" },
    2,
  ],
  [
    "introductions of two books",
    { ...book("Handbook of Bandits"), title: "Introduction", publishedIn: "2003" },
    { ...book("Handbook of Priors"), title: "Introduction", publishedIn: "2017" },
    2,
  ],
  [
    "a paper and its erratum with one DOI",
    { ...doi, ...ada, title: crystals },
    { ...doi, ...ada, title: `Erratum: ${crystals}` },
    2,
  ],
  [
    "a preprint and its publication two years later",
    { ...arxiv, ...ada, title: crystals, publishedIn: "2010" },
    { ...doi, ...ada, ...journal("1-9", "3"), title: crystals, publishedIn: "2012" },
    1,
  ],
  [
    "a preprint with a new title and the same authors",
    { ...arxiv, ...ada, title: crystals, abstract: bandits },
    { ...arxiv, ...ada, title: zones, abstract: bridges },
    1,
  ],
  [
    "one title and authors with initials",
    { ...ada, title: crystals },
    { authors: [{ name: "A. Abbott" }], title: crystals },
    1,
  ],
  ["one title and other authors", { ...ada, title: crystals }, { ...bo, title: crystals }, 2],
];

describe("two records", () => {
  it.each(cases)("%s", (_, first, second, count) => {
    const records = [
      { ...bare, ...at(1), ...first },
      { ...bare, ...at(9), ...second },
    ];
    for (const order of [records, records.toReversed()]) {
      expect(merge(...order).value).toHaveLength(count);
    }
  });

  it("lose an id that fits neither, with a warning that names both", () => {
    const { value, messages } = merge(
      { ...bare, ...at(1), ...arxiv, ...ada, title: crystals, publishedIn: "2004" },
      { ...bare, ...at(9), ...arxiv, ...bo, title: zones, publishedIn: "1991" },
    );
    expect(value.map(({ ids }) => ids)).toEqual([{}, {}]);
    expect(messages.filter(({ rule }) => rule === "stray-id")).toMatchObject([
      { severity: "warning", place: { file: "seeds/refs.bib", line: 9 } },
    ]);
    const said = messages.map(({ reason }) => reason).join(" ");
    for (const words of [crystals, zones, "seeds/refs.bib:1", "the same arXiv id, 1011.1669"]) {
      expect(said).toContain(words);
    }
  });

  it("leave an id with the record whose year it fits", () => {
    const { value } = merge(
      { ...bare, ...at(1), ...arxiv, ...ada, title: crystals, publishedIn: "2011" },
      { ...bare, ...at(9), ...arxiv, ...bo, title: zones, publishedIn: "1991" },
    );
    expect(value.map(({ titleText, ids }) => [titleText, ids.arxiv])).toEqual([
      [crystals, "1011.1669"],
      [zones, undefined],
    ]);
  });
});

it("the table ends with a rule for all other records", () => {
  expect(identityRules.at(-1)?.when).toEqual({});
});
