import { parse as parseBibtex } from "@retorquere/bibtex-parser";
import { parseCSL, parseRIS } from "biblatex-csl-converter";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { citationOf } from "../../src/archive/citations/citation-of.ts";
import { coins } from "../../src/archive/citations/coins.ts";
import { citationFormats } from "../../src/archive/citations/index.ts";
import { paperTags } from "../../src/archive/citations/paper-tags.ts";
import { cardFiles } from "../../src/archive/make-paper-cards.ts";
import { citationOfCard, paperCard } from "../../src/archive/paper-cards.ts";
import { venueDetails } from "../../src/archive/venue-details.ts";
import { clean } from "../../src/ingest/clean.ts";
import { ingest } from "../../src/ingest/ingest.ts";
import { restoreMath } from "../../src/ingest/restore-math.ts";
import { ownersNotes } from "../../src/notes/owners-notes.ts";
import { parseNote } from "../../src/notes/parse-note.ts";
import type { Venue } from "../../src/schemas/paper.ts";
import { parseEntry } from "../../src/workspace/entries.ts";
import { emptyArchive, entry, mergeRecords, record } from "../fixtures/papers.ts";
import { papersOf } from "../fixtures/read.ts";

const journal = {
  kind: "journal",
  name: "Astronomy & Astrophysics",
  volume: "155",
  number: "2",
  pages: "94-101",
  publisher: "EDP Sciences",
} as const satisfies Venue;
const conference = {
  kind: "conference",
  name: "International Conference on Machine Learning",
  pages: "1-10",
  publisher: "PMLR",
} as const satisfies Venue;
const book = { kind: "book", name: "Über Maße", pages: "7" } as const satisfies Venue;

/** The venue of the only record in a text, after cleaning. */
function venueIn(text: string): Venue | undefined {
  const papers = papersOf(text).map((raw) => clean(restoreMath(raw, { formulaConfidence: 1 })));
  expect(papers).toHaveLength(1);
  return papers[0]?.venue;
}

it.each(["\u200b", "\u0001", " \u2060\t"])("a venue or an author called %j is none", (name) => {
  const author = [{ literal: name }, { literal: "A. B." }];
  const paper = { type: "article-journal", title: "T", author, "container-title": name };
  const [read] = papersOf(JSON.stringify([paper])).map((raw) =>
    clean(restoreMath(raw, { formulaConfidence: 1 })),
  );
  expect(read?.venue).toBeUndefined();
  expect(read?.authors).toEqual([{ name: "A. B." }]);
});

it.each(["constructor", "toString", "__proto__", "thesis"])(
  "a paper of type %j has no venue",
  (type) => {
    const csl = { type, title: "T", author: [{ literal: "A. B." }], "container-title": "Nature" };
    expect(venueIn(JSON.stringify([csl]))).toBeUndefined();
    const item = { itemType: type, title: "T", publicationTitle: "Nature", creators: [] };
    expect(venueIn(JSON.stringify({ items: [{ ...item, itemKey: "X" }] }))).toBeUndefined();
  },
);

describe("where a paper appeared is read from", () => {
  it.each<[string, string, Venue]>([
    [
      "BibTeX",
      "@article{a, title={T}, journal={Astronomy \\& {Astrophysics}}, volume=155, number={2}, pages={94--101}, publisher={EDP Sciences}}",
      journal,
    ],
    [
      "BibLaTeX",
      "@article{a, title={T}, journaltitle={Astronomy \\& Astrophysics}, volume={155}, issue={2}, pages={94–101}, publisher={EDP Sciences}}",
      journal,
    ],
    [
      "BibTeX of a conference",
      "@InProceedings{a, title={T}, booktitle={International Conference on Machine Learning}, pages={1-10}, publisher={PMLR}}",
      conference,
    ],
    [
      "BibTeX of a book",
      '@incollection{a, title={T}, booktitle={{\\"U}ber Ma{\\ss}e}, pages={7}}',
      book,
    ],
    [
      "RIS",
      "TY  - JOUR\nTI  - T\nJF  - Astronomy & Astrophysics\nJA  - A&A\nVL  - 155\nIS  - 2\nSP  - 94\nEP  - 101\nPB  - EDP Sciences\nER  - \n",
      journal,
    ],
    [
      "RIS of a conference",
      "TY  - CONF\nTI  - T\nT2  - International Conference on Machine Learning\nSP  - 1-10\nPB  - PMLR\nER  - \n",
      conference,
    ],
    ["RIS of a book", "TY  - CHAP\nTI  - T\nBT  - Über Maße\nSP  - 7\nEP  - 7\nER  - \n", book],
    [
      "CSL-JSON",
      '[{"id":"a","type":"article-journal","title":"T","container-title":"Astronomy &amp; Astrophysics","volume":155,"issue":"2","page":"94–101","publisher":"EDP Sciences"}]',
      journal,
    ],
    [
      "a registry of DOIs",
      '{"type":"proceedings-article","DOI":"10.1000/x","title":"T","container-title":["International Conference on Machine Learning"],"page":"1-10","publisher":"PMLR"}',
      conference,
    ],
    [
      "CSL-JSON of a book",
      '[{"id":"a","type":"chapter","title":"T","container-title":"Über Maße","page":"7"}]',
      book,
    ],
    [
      "Zotero",
      '{"items":[{"itemType":"journalArticle","title":"T","publicationTitle":"Astronomy & Astrophysics","volume":"155","issue":"2","pages":"94-101","publisher":"EDP Sciences"}]}',
      journal,
    ],
    [
      "Zotero, of a conference",
      '{"items":[{"itemType":"conferencePaper","title":"T","proceedingsTitle":"International Conference on Machine Learning","pages":"1-10","publisher":"PMLR"}]}',
      conference,
    ],
    ["YAML", "- title: T\n  venue: { kind: book, name: Über Maße, pages: 7 }\n", book],
  ])("%s", (_, text, venue) => {
    expect(venueIn(text)).toEqual(venue);
  });

  it.each([
    ["arXiv as a journal", "@article{a, title={T}, journal={arXiv preprint arXiv:2510.01171}}"],
    ["CoRR", "@article{a, title={T}, journal={CoRR}, volume={abs/2510.01171}}"],
    ["a publisher alone", "@book{a, title={T}, publisher={EDP}}"],
    ["a preprint", "TY  - UNPB\nTI  - T\nPB  - arXiv\nVL  - 3\nER  - \n"],
    ["a web page", '[{"id":"a","type":"webpage","title":"T","container-title":"A blog"}]'],
  ])("and is none for %s", (_, text) => {
    expect(venueIn(text)).toBeUndefined();
  });
});

describe("the venue of a merged paper", () => {
  it("is the most trusted record's, with what others tell of the same; another is named", () => {
    const source = (format: string, file: string) => ({
      source: { format, file: `seeds/${file}`, line: 1 },
    });
    const { value, messages } = mergeRecords(
      [
        { ...source("arxiv-atom", "a.xml") },
        { ...source("bibtex", "a.bib"), venue: { kind: "journal", name: "Nature", volume: "1" } },
        { ...source("bibtex", "b.bib"), venue: { kind: "journal", name: "NATURE", pages: "3" } },
        { ...source("ris", "c.ris"), venue: { kind: "journal", name: "Science", number: "9" } },
      ].map((facts) => record({ ids: { arxiv: "2510.01171" }, ...facts } as never)),
    );
    expect(value[0]?.venue).toEqual({ kind: "journal", name: "Nature", volume: "1", pages: "3" });
    expect(messages.map(({ rule, place }) => [rule, place?.file])).toEqual([
      ["sources-differ", "seeds/c.ris"],
    ]);
    expect(value[0]?.sources.at(-1)?.differs).toEqual({ venue: "Science" });
  });

  const bib = "@article{a, title={On Foo}, year=2020, journal={Nature}, volume={7}}";
  it.each<[string, string, Venue | undefined]>([
    [
      "corrected",
      "corrections: { venue: { kind: journal, name: Science } }",
      { kind: "journal", name: "Science" },
    ],
    ["taken away", "corrections: { venue: null }", undefined],
    [
      "kept, where the note only adds facts",
      "venue: { kind: book, name: X }",
      { kind: "journal", name: "Nature", volume: "7" },
    ],
    [
      "given with its pages in any dash",
      "corrections:\n  venue: { kind: journal, name: Nature, pages: 10 – 20 }",
      { kind: "journal", name: "Nature", pages: "10-20" },
    ],
  ])("is %s by a note", (_, head, venue) => {
    const note = parseNote({ path: "content/notes/on-foo.mdx", text: `---\n${head}\n---\n` });
    expect(note.messages).toEqual([]);
    const { value } = ingest([{ path: "seeds/a.bib", bytes: new TextEncoder().encode(bib) }], {
      ...emptyArchive,
      formulaConfidence: 1,
      notes: ownersNotes(note.value ? [note.value] : []),
    });
    const [made] = value.plan.create;
    expect(parseEntry(made?.path ?? "", made?.text ?? "").data.venue).toEqual(venue);
  });
});

const cited = (venue: Venue, title = "On Testing") =>
  citationOf(
    entry({
      id: "on-testing",
      title,
      titleText: title,
      authors: [{ name: "Ada Lovelace" }],
      published: "2020-03-04",
      ids: { arxiv: "2510.01171", doi: "10.1000/x" },
      venue,
    }),
  );
const written = (venue: Venue, extension: string) =>
  citationFormats.find((one) => one.extension === extension)?.write([cited(venue)]) ?? "";

describe("a citation says where the paper appeared", () => {
  it("in each format, in its own words", () => {
    expect(written(journal, "bib")).toMatch(
      /^@article\{.*journal = \{Astronomy \\& Astrophysics\},\n {2}volume = \{155\},\n {2}number = \{2\},\n {2}pages = \{94--101\},\n {2}publisher = \{EDP Sciences\}/s,
    );
    expect(written(conference, "bib")).toMatch(/^@inproceedings\{.*booktitle = \{International /s);
    expect(written(book, "bib")).toMatch(/^@incollection\{.*booktitle = \{.*pages = \{7\}/s);
    expect(written(journal, "ris")).toMatch(
      /^TY {2}- JOUR\r\n.*JF {2}- Astronomy & Astrophysics\r\nVL {2}- 155\r\nIS {2}- 2\r\nSP {2}- 94\r\nEP {2}- 101\r\nPB {2}- EDP Sciences\r\n/s,
    );
    expect(JSON.parse(written(conference, "json"))).toMatchObject([
      {
        type: "paper-conference",
        "container-title": "International Conference on Machine Learning",
        page: "1-10",
        publisher: "PMLR",
      },
    ]);
    expect(coins(cited(conference))).toMatch(
      /&rft\.source=International\+Conference\+.*&rft\.type=conferencePaper$/,
    );
    expect(paperTags(cited(journal))).toEqual(
      expect.arrayContaining([
        { name: "citation_journal_title", content: "Astronomy & Astrophysics" },
        { name: "citation_volume", content: "155" },
        { name: "citation_issue", content: "2" },
        { name: "citation_firstpage", content: "94" },
        { name: "citation_lastpage", content: "101" },
      ]),
    );
    expect(paperTags(cited(conference)).map(({ name }) => name)).toContain(
      "citation_conference_title",
    );
  });

  it("as other readers understand it", () => {
    const [bibtex] = parseBibtex(written(journal, "bib"), { sentenceCase: false }).entries;
    expect(bibtex).toMatchObject({
      type: "article",
      fields: { journal: "Astronomy & Astrophysics", volume: "155", number: "2" },
    });
    const fields = (entries: object) =>
      JSON.stringify(Object.values(entries).map((one: { fields: object }) => one.fields));
    expect(fields(parseRIS(written(journal, "ris")).entries)).toMatch(
      /Astronomy & Astrophysics.*155/s,
    );
    const items = Object.fromEntries(
      JSON.parse(written(conference, "json")).map((item: { id: string }) => [item.id, item]),
    );
    expect(fields(parseCSL(items))).toContain("International Conference on Machine Learning");
  });

  const name = fc
    .oneof(
      fc.constantFrom(
        "Proc. of {Foo} & Bar, Vol. 1: $5 100% #1_a",
        "C:\\temp ~ ^hat",
        "Žurnál – о науке",
        "ER  - ",
        'A "quoted" <b>name</b>',
      ),
      fc.string({ minLength: 1, maxLength: 30 }),
    )
    // How TeX and Markdown characters are cleaned is tested elsewhere.
    .map((text) => record({ venue: { kind: "journal", name: text } }).venue?.name ?? "")
    .filter((text) => /\p{L}{2}/u.test(text) && !/[\\$<>&{}~`'"-]|\barxiv\b|^corr$/iu.test(text));
  const numeral = fc.option(fc.stringMatching(/^[A-Za-z]?[1-9]\d{0,3}$/), { nil: undefined });

  it("and our own readers read the same back", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("journal", "conference", "book"),
        name,
        numeral,
        numeral,
        fc.option(fc.constantFrom("7", "e12", "1-10", "S1-S22", "1-2, 5-7", "3, 9"), {
          nil: undefined,
        }),
        fc.option(name, { nil: undefined }),
        (kind, named, volume, number, pages, publisher) => {
          const venue = Object.fromEntries(
            Object.entries({ kind, name: named, volume, number, pages, publisher }).filter(
              ([, value]) => value !== undefined,
            ),
          ) as Venue;
          for (const extension of ["bib", "ris", "json"]) {
            expect([extension, venueIn(written(venue, extension))]).toEqual([extension, venue]);
          }
        },
      ),
    );
  });

  it("from a card in the browser, too", () => {
    const paper = entry({ id: "on-testing", authors: [{ name: "Ada" }], venue: journal });
    const [card] = cardFiles([paper]).flatMap(({ papers }) => papers);
    const read = paperCard.parse(JSON.parse(JSON.stringify(card)));
    expect(citationOfCard(read, "https://example.org/")).toEqual(
      citationOf(paper, { address: "https://example.org/" }),
    );
  });
});

it.each<[Venue, string]>([
  [journal, ", vol. 155, no. 2, pp. 94–101 (EDP Sciences)"],
  [conference, ", pp. 1–10 (PMLR)"],
  [book, ", p. 7"],
  [{ kind: "journal", name: "Nature" }, ""],
])("%j is told in one line", (venue, line) => {
  expect(venueDetails(venue)).toBe(line);
});
