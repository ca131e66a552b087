import { describe, expect, it } from "vitest";
import { evidenceOf, traitsOf } from "../../../src/ingest/identity/evidence.ts";
import { identityRules, ruleFor } from "../../../src/ingest/identity/verdict.ts";
import type { RawPaper } from "../../../src/ingest/raw-paper.ts";
import { record } from "../../fixtures/papers.ts";
import { bandits, bridges, merge } from "../../fixtures/records.ts";

type Facts = Partial<RawPaper>;

const at = (line: number): Pick<RawPaper, "source"> => ({
  source: { format: "bibtex", file: "seeds/refs.bib", line },
});
const bare = { abstract: "", authors: [] };
const by = (...names: string[]) => ({ authors: names.map((name) => ({ name })) });
const ada = by("Ada Abbott");
const bo = by("Bo Cheng");
const both = by("Ada Abbott", "Bo Cheng");
const arxiv = { ids: { arxiv: "1011.1669" } };
const doi = { ids: { doi: "10.5000/3457" } };
const journal = (pages: string, volume: string, name = "J. Bandits"): Facts => ({
  venue: { kind: "journal", name, ...(pages ? { pages } : {}), ...(volume ? { volume } : {}) },
});
const meeting = (name: string): Facts => ({ venue: { kind: "conference", name } });
const book = (name: string): Facts => ({ venue: { kind: "book", name } });
const crystals = "Growth of crystals in gels";
const zones = "Special points in zone integrals";
// Long enough to be told from another text that shares some sentences.
const long = `${bandits} ${bridges} Our method needs few samples and reaches low regret on four benchmarks.`;

type Case = [row: string, what: string, first: Facts, second: Facts, papers: number];

const cases: Case[] = [
  [
    "two DOIs",
    "one title",
    { ids: { doi: "10.5000/1" }, ...ada, title: crystals },
    { ids: { doi: "10.5000/2" }, ...ada, title: crystals },
    2,
  ],
  [
    "two arXiv ids",
    "one title",
    { ids: { arxiv: "2001.00001" }, ...ada, title: crystals },
    { ids: { arxiv: "2001.00002" }, ...ada, title: crystals },
    2,
  ],
  ["only an id", "a list of ids", { ...arxiv, title: "" }, { ...arxiv, title: crystals }, 1],
  [
    "parts of a series, or a paper and its erratum",
    "an erratum with the paper's DOI",
    { ...doi, ...ada, title: crystals },
    { ...doi, ...ada, title: `Erratum: ${crystals}` },
    2,
  ],
  [
    "parts of a series, or a paper and its erratum",
    "a comment after the title",
    { ...ada, title: crystals, publishedIn: "2010" },
    { ...ada, title: `${crystals} [Comment]`, publishedIn: "2010" },
    2,
  ],
  [
    "parts of a series, or a paper and its erratum",
    "two parts",
    { ...ada, title: `${crystals}: Part I` },
    { ...ada, title: `${crystals}: Part II` },
    2,
  ],
  [
    "parts of a series, or a paper and its erratum",
    "a part, and the whole",
    { ...ada, title: crystals },
    { ...ada, title: `${crystals}, Vol. 2` },
    2,
  ],
  [
    "one id and one distinct title",
    "misspelled authors",
    { ...doi, ...ada, title: crystals },
    { ...doi, ...bo, title: crystals },
    1,
  ],
  ["one id and one short title", "a name", { ...doi, title: "DINO" }, { ...doi, title: "Dino" }, 1],
  [
    "one id and one generic title, and nothing against it",
    "an editorial from two sources",
    { ...doi, ...ada, title: "Editorial", publishedIn: "2001" },
    { ...doi, title: "Editorial", publishedIn: "2001" },
    1,
  ],
  [
    "one DOI on several pages",
    "two talks of one volume",
    { ...doi, ...ada, ...journal("3-9", "1"), title: crystals },
    { ...doi, ...ada, ...journal("10-19", "1"), title: zones },
    2,
  ],
  [
    "one DOI on several chapters",
    "chapters of the same authors",
    { ...doi, ...ada, ...book("Wires"), title: "Linear methods for thin wires" },
    { ...doi, ...ada, ...book("Wires"), title: "Linear methods for thick wires" },
    2,
  ],
  [
    "one id, nearly one title",
    "a subtitle left out",
    { ...doi, ...ada, title: crystals },
    { ...doi, title: `${crystals}: A Study` },
    1,
  ],
  [
    "one id, similar titles, common authors",
    "a title that was changed",
    { ...arxiv, ...ada, title: crystals },
    { ...arxiv, ...both, title: "On the growth of crystals in dense gels" },
    1,
  ],
  [
    "one id, similar titles, no other abstract",
    "a title that was changed",
    { ...arxiv, title: crystals },
    { ...arxiv, ...both, title: "On the growth of crystals in dense gels" },
    1,
  ],
  [
    "one id and one abstract under another title",
    "a renamed paper",
    { ...doi, ...ada, title: crystals, abstract: bandits },
    { ...doi, ...ada, title: zones, abstract: bandits },
    1,
  ],
  [
    "a preprint that got another title",
    "another abstract, too",
    { ...arxiv, ...ada, title: crystals, abstract: bandits },
    { ...arxiv, ...ada, title: zones, abstract: bridges },
    1,
  ],
  [
    "a stray id",
    "other titles and authors",
    { ...arxiv, ...ada, title: crystals, publishedIn: "2004" },
    { ...arxiv, ...bo, title: zones, publishedIn: "1991" },
    2,
  ],
  [
    "a stray id",
    "another paper of one of the authors",
    { ...arxiv, ...ada, title: crystals },
    { ...arxiv, ...both, title: zones },
    2,
  ],
  ["other authors", "one title", { ...ada, title: crystals }, { ...bo, title: crystals }, 2],
  [
    "other numbers",
    "two years' reports",
    { ...ada, title: "Findings of the Gel Task (GEL16) of last year", abstract: long },
    { ...ada, title: "Findings of the Gel Task (GEL17) of this year", abstract: long },
    2,
  ],
  [
    "one abstract of the same authors under another title",
    "a renamed paper",
    { ...both, title: crystals, abstract: long },
    { ...both, title: zones, abstract: `${long} Code is public.` },
    1,
  ],
  [
    "one abstract, similar titles",
    "lost formulas",
    { title: "Regret $O(\\log n)$ for bandits", abstract: long },
    { title: "Regret for bandits that age", abstract: long },
    1,
  ],
  [
    "another title",
    "of the same authors",
    { ...ada, title: crystals },
    { ...ada, title: zones },
    2,
  ],
  [
    "other pages",
    "one title and abstract",
    { ...ada, ...journal("3-9", ""), title: crystals, abstract: long },
    { ...ada, ...journal("40-49", ""), title: crystals, abstract: long },
    2,
  ],
  [
    "one title and one abstract of the same authors",
    "published late",
    { ...ada, title: crystals, abstract: long, publishedIn: "2001" },
    { ...ada, ...journal("3-9", "1"), title: crystals, abstract: long, publishedIn: "2009" },
    1,
  ],
  [
    "one title and one abstract",
    "a page without authors",
    { title: crystals, abstract: bandits },
    { ...ada, title: crystals, abstract: `${bandits} Indeed.` },
    1,
  ],
  [
    "nearly one title of the same authors",
    "a subtitle left out",
    { ...both, title: "XBandits: Fast Bandits for All", publishedIn: "2016" },
    { ...both, title: "XBandits", publishedIn: "2016" },
    1,
  ],
  [
    "nearly one title of the same authors",
    "an acronym added",
    { ...both, title: "The sequence alignment format and tools" },
    { ...both, title: "The sequence alignment (SA) format and tools" },
    1,
  ],
  [
    "nearly one title of the same authors",
    "a word's ending",
    { ...both, title: "Modelling growth of crystals in gels" },
    { ...both, title: "Modeling growth of crystals in gels" },
    1,
  ],
  [
    "nearly one title",
    "of unknown authors",
    { ...both, title: "XBandits: Fast Bandits for All" },
    { title: "XBandits" },
    2,
  ],
  [
    "another title",
    "two subtitles",
    { ...both, title: "XBandits: Fast Bandits for All" },
    { ...both, title: "XBandits: Slow Learners" },
    2,
  ],
  [
    "another title",
    "opposite words",
    { ...both, title: "Intra-class variation of crystals in gels" },
    { ...both, title: "Inter-class variation of crystals in gels" },
    2,
  ],
  [
    "a rewritten abstract of the same authors",
    "a second version",
    { ...ada, title: crystals, abstract: bandits },
    { ...ada, title: crystals, abstract: bridges },
    1,
  ],
  [
    "another abstract",
    "of unknown authors",
    { title: crystals, abstract: bandits },
    { title: crystals, abstract: bridges },
    2,
  ],
  [
    "years far apart",
    "a second edition",
    { ...ada, title: crystals, publishedIn: "1991" },
    { ...ada, title: crystals, publishedIn: "2004" },
    2,
  ],
  [
    "a generic title with the same authors, year and place",
    "an editorial from two sources",
    { ...ada, ...journal("", "3"), title: "Editorial", publishedIn: "2001" },
    { ...ada, ...journal("1-2", "3"), title: "Editorial.", publishedIn: "2001-03" },
    1,
  ],
  [
    "a generic title on the same pages",
    "without authors",
    { ...journal("3-4", "3"), title: "In This Issue", publishedIn: "2001" },
    { ...ada, ...journal("3-4", "3"), title: "In this issue", publishedIn: "2001" },
    1,
  ],
  [
    "years far apart",
    "two editorials of one person",
    { ...ada, ...journal("1-2", "1"), title: "Editorial", publishedIn: "2001" },
    { ...ada, ...journal("1-3", "5"), title: "Editorial", publishedIn: "2005" },
    2,
  ],
  [
    "a generic title",
    "introductions of two books",
    { ...book("Handbook of Bandits"), title: "Introduction" },
    { ...book("Handbook of Priors"), title: "Introduction" },
    2,
  ],
  [
    "one distinct title, the same authors",
    "a preprint and its publication two years later",
    { ...arxiv, ...ada, title: crystals, publishedIn: "2010" },
    { ...doi, ...ada, ...journal("1-9", "3"), title: crystals, publishedIn: "2012" },
    1,
  ],
  [
    "one distinct title, the same authors",
    "initials",
    { ...ada, title: crystals },
    { ...by("A. Abbott"), title: crystals },
    1,
  ],
  [
    "a generic title",
    "two sections of a journal",
    { ...ada, ...journal("", "", "Phys. Rev. A"), title: "Préface", publishedIn: "2001" },
    { ...ada, ...journal("", "", "Phys. Rev. B"), title: "Préface", publishedIn: "2001" },
    2,
  ],
  [
    "other pages",
    "two volumes of a book",
    { ...ada, title: crystals, reference: { type: "book", number: "1" } },
    { ...ada, title: crystals, reference: { type: "book", number: "Vol. 2" } },
    2,
  ],
  [
    "years far apart",
    "proceedings without authors",
    {
      title: "Proceedings of the Workshop on Gels",
      publishedIn: "2010",
      reference: { type: "book" },
    },
    {
      title: "Proceedings of the Workshop on Gels",
      publishedIn: "2011",
      reference: { type: "book" },
    },
    2,
  ],
  [
    "one distinct title, the same authors",
    "a symbol that one of them spells",
    { ...ada, title: "The role of β-catenin in gels" },
    { ...ada, title: "The role of beta-catenin in gels" },
    1,
  ],
  [
    "one distinct title, the same authors",
    "a retracted paper",
    { ...ada, title: crystals },
    { ...ada, title: `RETRACTED: ${crystals}` },
    1,
  ],
  [
    "another place",
    "a short title of an article and a book",
    { ...ada, ...journal("", "3"), title: "Deep bandits" },
    { ...both, ...book("Handbook of Bandits"), title: "Deep bandits" },
    2,
  ],
  [
    "one short title, the same authors",
    "a preprint and its publication",
    { ...arxiv, ...both, title: "Deep bandits", publishedIn: "2017" },
    { ...both, ...meeting("ICML"), title: "Deep bandits", publishedIn: "2018" },
    1,
  ],
  [
    "one distinct title, common authors",
    "a list that lacks one",
    { ...ada, title: crystals },
    { ...both, title: crystals },
    1,
  ],
  [
    "one title, one place",
    "an abbreviated conference",
    { ...ada, ...meeting("KDD '16"), title: "Deep bandits", publishedIn: "2016" },
    { ...meeting("Proceedings of the 22nd ACM SIGKDD, KDD"), title: "Deep bandits" },
    1,
  ],
  [
    "one short title, some common authors",
    "nothing else",
    { ...ada, title: "Deep bandits" },
    { ...both, title: "Deep bandits" },
    2,
  ],
  [
    "one title, and nothing against it",
    "a title alone",
    { title: crystals },
    { ...ada, title: crystals },
    1,
  ],
];

describe("two records", () => {
  it.each(cases)("%s: %s", (row, _, first, second, count) => {
    const records = [
      { ...bare, ...at(1), ...first },
      { ...bare, ...at(9), ...second },
    ];
    const [one, other] = records.map((facts) => traitsOf(record(facts)));
    if (!one || !other) throw new Error("Both are given.");
    expect(ruleFor(evidenceOf(one, other)).why).toBe(row);
    expect(ruleFor(evidenceOf(other, one)).why).toBe(row);
    for (const order of [records, records.toReversed()]) {
      const merged = merge(...order).value;
      expect(merged.filter(({ titleText }) => titleText !== "")).toHaveLength(count);
    }
  });

  it("have a case for each row of the table", () => {
    const rows = identityRules.map(({ why }) => why);
    expect(new Set(rows).size).toBe(rows.length);
    expect(rows.filter((why) => !cases.some(([row]) => row === why))).toEqual([]);
  });
});

describe("records that only their title joins", () => {
  it("are reported, with the place of both", () => {
    const { messages } = merge(
      { ...bare, ...at(1), title: crystals },
      { ...bare, ...at(9), ...ada, title: crystals },
    );
    expect(messages.filter(({ rule }) => rule === "merged-by-title")).toMatchObject([
      {
        severity: "info",
        place: { file: "seeds/refs.bib", line: 9 },
        reason: expect.stringContaining("the record in seeds/refs.bib:1"),
      },
    ]);
  });

  it("are not reported if their authors join them, too", () => {
    const { messages } = merge(
      { ...bare, ...at(1), ...ada, title: crystals },
      { ...bare, ...at(9), ...ada, title: crystals },
    );
    expect(messages).toEqual([]);
  });
});

describe("an id that several papers have", () => {
  it("is taken from all that it does not fit, with a warning that names both", () => {
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

  it("stays with the record whose year it fits", () => {
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

describe("records that are joined one after the other", () => {
  const part = (number: string, line: number): Facts => ({
    ...bare,
    ...at(line),
    ...ada,
    title: `${crystals}: Part ${number}`,
  });

  it("never join two that must stay apart", () => {
    const { value } = merge(
      { ...part("I", 1), ids: { doi: "10.5000/1" } },
      { ...part("I", 5) },
      { ...part("II", 9), ids: { doi: "10.5000/2" } },
      { ...part("I", 13), ids: { doi: "10.5000/3" } },
    );
    expect(value.map(({ sources }) => sources.length).toSorted()).toEqual([1, 1, 2]);
  });

  it("are joined through a preprint only if they do not contradict each other", () => {
    const versions = [
      { ...bare, ...at(1), ...both, ...arxiv, title: "Deep bandits", publishedIn: "2017" },
      {
        ...bare,
        ...at(5),
        ...both,
        ...meeting("ICML"),
        title: "Deep bandits",
        publishedIn: "2017",
      },
      {
        ...bare,
        ...at(9),
        ...both,
        ...journal("4-9", "42"),
        title: "Deep bandits",
        publishedIn: "2020",
      },
    ];
    for (const order of [versions, versions.toReversed()]) {
      expect(merge(...order).value.map(({ sources }) => sources.length)).toEqual([2, 1]);
    }
  });
});
