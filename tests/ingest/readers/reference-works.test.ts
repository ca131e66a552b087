import { describe, expect, it } from "vitest";
import {
  archiveOf,
  archiveOfExport,
  exported,
  readableFormats,
} from "../../fixtures/export-and-read.ts";
import { readText } from "../../fixtures/read.ts";

const bib = (type: string, fields: string) => `@${type}{k, title={On Honey}, year=2020, ${fields}}`;
const ris = (type: string, ...lines: string[]) =>
  [`TY  - ${type}`, "TI  - On Honey", "PY  - 2020", ...lines, "ER  - ", ""].join("\n");
const csl = (type: string, fields: object) =>
  JSON.stringify([{ id: "k", type, title: "On Honey", issued: "2020", ...fields }]);
const zotero = (itemType: string, fields: object) =>
  JSON.stringify([{ itemType, title: "On Honey", date: "2020", ...fields }]);

/** What a reference is read as, and where it appeared. */
const rows: [string, string, object | undefined, object | undefined][] = [
  [
    "a patent's holder",
    bib("patent", "holder={Bees Inc.}, number={US 1}"),
    { type: "patent", institution: "Bees Inc.", number: "US 1" },
    undefined,
  ],
  [
    "a talk",
    bib("unpublished", "eventtitle={Bees 2020}, note={Talk}"),
    { type: "manuscript", note: "Talk" },
    { kind: "conference", name: "Bees 2020" },
  ],
  [
    "an article's number for its pages",
    bib("article", "journal={J. Bees}, eid={031001}"),
    { type: "article-journal" },
    { kind: "journal", name: "J. Bees", pages: "031001" },
  ],
  [
    "a chapter of a translated book by others",
    bib(
      "incollection",
      "booktitle={Bees}, bookauthor={Evans, Di}, translator={Cheng, Bo and Du, Di}, chapter={7}",
    ),
    {
      type: "chapter",
      bookAuthors: ["Di Evans"],
      translators: ["Bo Cheng", "Di Du"],
      chapter: "7",
    },
    { kind: "book", name: "Bees" },
  ],
  [
    "what follows a title, a journal's subtitle and an issue's title",
    bib(
      "article",
      "titleaddon={With a Reply}, journaltitle={J. Bees}, journalsubtitle={Honey}, issuetitle={On Wax}",
    ),
    { type: "article-journal", titleAddon: "With a Reply", note: "On Wax" },
    { kind: "journal", name: "J. Bees: Honey" },
  ],
  [
    "CSL: a translator, the author of the book and the chapter",
    csl("chapter", {
      translator: [{ family: "Cheng", given: "Bo" }],
      "container-author": [{ family: "Evans", given: "Di" }],
      "chapter-number": 7,
    }),
    { type: "chapter", translators: ["Bo Cheng"], bookAuthors: ["Di Evans"], chapter: "7" },
    undefined,
  ],
  [
    "RIS: a translator",
    ris("BOOK", "A4  - Cheng, Bo"),
    { type: "book", translators: ["Bo Cheng"] },
    undefined,
  ],
  [
    "Zotero: a translator and the author of a book",
    zotero("bookSection", {
      creators: [
        { creatorType: "translator", firstName: "Bo", lastName: "Cheng" },
        { creatorType: "bookAuthor", firstName: "Di", lastName: "Evans" },
      ],
    }),
    { type: "chapter", translators: ["Bo Cheng"], bookAuthors: ["Di Evans"] },
    undefined,
  ],
  [
    "RIS: a book of a series",
    ris("BOOK", "T2  - Insects", "M1  - 7", "A3  - Ek, E."),
    { type: "book", editors: ["E. Ek"], series: "Insects", number: "7" },
    undefined,
  ],
  [
    "RIS: an article in press",
    ris("INPR", "T2  - J. Bees", "C7  - e12"),
    { type: "article-journal" },
    { kind: "journal", name: "J. Bees", pages: "e12" },
  ],
  [
    "RIS: a page of a site",
    ris("BLOG", "T2  - Bee blog"),
    { type: "webpage", howPublished: "Bee blog" },
    undefined,
  ],
  [
    "RIS: a thesis of a department",
    ris("THES", "PB  - ETH", "T2  - Department of Bees", "M3  - PhD"),
    { type: "thesis", genre: "PhD", institution: "Department of Bees, ETH" },
    undefined,
  ],
  [
    "RIS: dates of PubMed in fields of editors and editions, and ISSNs with remarks",
    ris("JOUR", "JF  - Bees", "ED  - 2015/05/13", "ET  - 2015/05/12", "SN  - 1234-5679 (Print)"),
    { type: "article-journal", issn: "1234-5679" },
    { kind: "journal", name: "Bees" },
  ],
  [
    "RIS: two ISSNs of a journal",
    ris("JOUR", "JF  - Bees", "SN  - 1234-5679", "SN  - 8765-4321", "SN  - 1234-5679"),
    { type: "article-journal", issn: "1234-5679, 8765-4321" },
    { kind: "journal", name: "Bees" },
  ],
  [
    "RIS: a film",
    ris("MPCT", "PB  - Honey"),
    { entryType: "movie", publisher: "Honey" },
    undefined,
  ],
  ["CSL: a song", csl("song", {}), { entryType: "music" }, undefined],
  [
    "CSL: a page of a site",
    csl("webpage", { "container-title": "Bees" }),
    { type: "webpage", howPublished: "Bees" },
    undefined,
  ],
  [
    "CSL: a volume",
    csl("chapter", { "container-title": "All Bees", "volume-title": "Wild Bees" }),
    { type: "chapter", mainTitle: "All Bees" },
    { kind: "book", name: "Wild Bees" },
  ],
  [
    "CSL: a conference and its place",
    csl("paper-conference", { "event-title": "Bees 2020", "event-place": "Paris" }),
    { type: "paper-conference", place: "Paris" },
    { kind: "conference", name: "Bees 2020" },
  ],
  [
    "CSL: two ISSNs, and a number in a series",
    csl("book", { ISSN: ["1234-5679", "8765-4321"], "collection-number": 7 }),
    { type: "book", issn: "1234-5679, 8765-4321", number: "7" },
    undefined,
  ],
  [
    "Zotero: software of a company",
    zotero("computerProgram", { company: "Bees Inc.", versionNumber: "2" }),
    { type: "software", publisher: "Bees Inc.", version: "2" },
    undefined,
  ],
  [
    "Zotero: a dataset in a repository",
    zotero("dataset", { repository: "Hive" }),
    { type: "dataset", publisher: "Hive" },
    undefined,
  ],
  [
    "Zotero: a post of a blog",
    zotero("blogPost", { blogTitle: "Bee blog", websiteType: "Blog" }),
    { type: "webpage", genre: "Blog", howPublished: "Bee blog" },
    undefined,
  ],
  [
    "Zotero: an article of an encyclopedia",
    zotero("encyclopediaArticle", { encyclopediaTitle: "Insects", publisher: "Press" }),
    { type: "entry-encyclopedia" },
    { kind: "book", name: "Insects", publisher: "Press" },
  ],
  [
    "Zotero: an article of a newspaper",
    zotero("newspaperArticle", { publicationTitle: "The Hive" }),
    { type: "article-newspaper" },
    { kind: "journal", name: "The Hive" },
  ],
  ["Zotero: a film", zotero("film", {}), { entryType: "movie" }, undefined],
  [
    "Zotero: a report of arXiv",
    zotero("report", { reportNumber: "arXiv:1706.00003", institution: "arXiv" }),
    { type: "report" },
    undefined,
  ],
];

describe("a work of a reference", () => {
  it.each(rows)("is read, exported and read again: %s", (_, text, reference, venue) => {
    const { value, messages } = readText(text, "seeds/a.bib");
    expect(messages).toEqual([]);
    expect(value.map((paper) => [paper.reference, paper.venue])).toEqual([[reference, venue]]);
    const archive = archiveOf({ path: "seeds/a.bib", bytes: new TextEncoder().encode(text) });
    for (const format of readableFormats) {
      const first = exported(format, archive);
      expect(exported(format, archiveOfExport(format, first))).toBe(first);
    }
  });

  it("has the date of a patent", () => {
    const text = JSON.stringify([{ itemType: "patent", title: "T", issueDate: "2019-05-03" }]);
    expect(readText(text).value).toMatchObject([{ published: "2019-05-03" }]);
  });

  it("has a type in small letters, and a journal in J1", () => {
    const text = ris("jour", "J1  - J Bees");
    expect(readText(text).value).toMatchObject([
      { reference: { type: "article-journal" }, venue: { kind: "journal", name: "J Bees" } },
    ]);
  });

  it("has the month of JSTOR", () => {
    const text = ris("JOUR", "C1  - Full publication date: May, 2020");
    expect(readText(text).value).toMatchObject([{ publishedIn: "2020-05" }]);
  });

  it.each([
    ["Apis", "A Study", "Apis: A Study"],
    ["Apis: A Study", "a study", "Apis: A Study"],
    ["Apis", "", "Apis"],
  ])("has the subtitle of Crossref: %s, %s", (title, subtitle, wanted) => {
    const text = csl("article-journal", { title: [title], subtitle: [subtitle] });
    expect(readText(text).value).toMatchObject([{ title: wanted }]);
  });

  it("has keywords of authors and of the database, each once", () => {
    const fields =
      "keywords={Apis; Insects}, author_keywords={Bees; Apis}, mendeley-groups={A/B,C}";
    expect(readText(bib("article", fields)).value).toMatchObject([
      { keywords: ["Apis", "Insects", "Bees"], collections: ["A/B", "C"] },
    ]);
    expect(readText(ris("JOUR", "KW  - *Bees", "KW  - Humans")).value).toMatchObject([
      { keywords: ["Bees", "Humans"] },
    ]);
  });

  it.each([
    ["Zotero's API", [{ key: "A", version: 1, data: { itemType: "book", title: "On Bees" } }]],
    ["Zotero's API, as CSL", [{ key: "A", csljson: { id: "a", type: "book", title: "On Bees" } }]],
    ["Crossref", { status: "ok", message: { DOI: "10.1000/x", type: "book", title: ["On Bees"] } }],
    [
      "a search of Crossref",
      { message: { items: [{ type: "book", DOI: "10.1000/y", title: "On Bees" }] } },
    ],
    ["records by their keys", { a: { id: "a", type: "book", title: "On Bees" } }],
    ["a case in Zotero", [{ itemType: "case", caseName: "On Bees" }, { itemType: "annotation" }]],
  ])("is found in an answer of %s", (_, answer) => {
    const { value, messages } = readText(JSON.stringify(answer, null, 2));
    expect([value.map(({ title }) => title), messages]).toEqual([["On Bees"], []]);
  });

  it("has the title of a book in BT", () => {
    expect(readText("TY  - BOOK\nBT  - On Bees\nPY  - 2020\nER  - \n").value).toMatchObject([
      { title: "On Bees" },
    ]);
  });

  it.each([
    ["eprint={10.1000/xyz}, eprinttype={doi}", { doi: "10.1000/xyz" }, []],
    ["eprint={123}, eprinttype={jstor}", {}, ["https://www.jstor.org/stable/123"]],
    ["eprint={456}, eprinttype={pubmed}", {}, ["https://pubmed.ncbi.nlm.nih.gov/456"]],
    ["eprint={1706.00009}, eprinttype={pubmed}", {}, []],
    ["eprint={hal-01}, archiveprefix={HAL}", {}, ["https://hal.science/hal-01"]],
  ])("has the id or link of another archive: %s", (fields, ids, links) => {
    const [paper] = readText(bib("article", fields)).value;
    expect([paper?.ids, paper?.links.map(({ url }) => url)]).toEqual([ids, links]);
  });
});
