import { describe, expect, it } from "vitest";
import { citationOf } from "../../../src/archive/citations/citation-of.ts";
import { paperTags } from "../../../src/archive/citations/paper-tags.ts";
import { openGraphTags } from "../../../src/archive/open-graph.ts";
import { paperDescription, paperPreview } from "../../../src/archive/paper-preview.ts";
import { workTypes } from "../../../src/schemas/work-types.ts";
import { zoteroItem } from "../../fixtures/embedded-metadata.ts";
import { entry } from "../../fixtures/papers.ts";

const address = "https://example.org/papers/a/";
const abstract = `${"We measure bees & wax in hives, and say so at length. ".repeat(8)}\n\nIt holds.`;
const whole = abstract.replace(/\s+/g, " ").trim();

/** What Zotero makes of the page of a paper with these facts. */
function asZotero(facts: Record<string, unknown>, text = abstract) {
  const description = paperDescription(text);
  const citation = citationOf(entry({ id: "a", title: "On Wax", titleText: "On Wax", ...facts }), {
    address,
  });
  const tags = [
    ...openGraphTags({
      title: citation.titleText,
      description,
      address,
      siteName: "Papers",
      language: "en",
      ...paperPreview(citation),
    }),
    ...paperTags(citation, "https://example.org/a.pdf"),
  ].map((tag) =>
    Object.entries(tag)
      .map(
        ([name, value]) => `${name}="${value.replaceAll("&", "&amp;").replaceAll('"', "&quot;")}"`,
      )
      .join(" "),
  );
  const described = description === "" ? "" : `<meta name="description" content="${description}">`;
  const head = described + tags.map((tag) => `<meta ${tag}>`).join("");
  return zoteroItem(`<html><head><title>On Wax · Papers</title>${head}</head></html>`, address);
}

const by = (...names: string[]) => ({ authors: names.map((name) => ({ name })) });
const two = { ...by("Ada Lovelace", "Ludwig van Beethoven"), published: "2019-06-02" };

describe("Zotero takes the page of", () => {
  it("a preprint with its repository, ids, date, authors and whole abstract", () => {
    expect(
      asZotero({ ...two, ids: { arxiv: "1906.00001", doi: "10.48550/arxiv.1906.00001" } }),
    ).toEqual({
      itemType: "preprint",
      title: "On Wax",
      creators: [
        { creatorType: "author", lastName: "Lovelace", firstName: "Ada" },
        { creatorType: "author", lastName: "van Beethoven", firstName: "Ludwig" },
      ],
      pdf: "https://example.org/a.pdf",
      fields: {
        abstractNote: whole,
        archiveID: "arXiv:1906.00001",
        date: "2019/06/02",
        DOI: "10.48550/arxiv.1906.00001",
        genre: "preprint",
        repository: "arXiv",
        url: "https://arxiv.org/abs/1906.00001",
      },
    });
  });

  it.each([
    [
      "an article in a journal",
      { venue: { kind: "journal", name: "Bees", volume: "7", number: "2", pages: "1-9" } },
      "journalArticle",
      { publicationTitle: "Bees", volume: "7", issue: "2", pages: "1-9" },
    ],
    [
      "a paper of a conference",
      { venue: { kind: "conference", name: "Proceedings of Bees", publisher: "PMLR" } },
      "conferencePaper",
      {
        conferenceName: "Proceedings of Bees",
        proceedingsTitle: "Proceedings of Bees",
        publisher: "PMLR",
      },
    ],
    [
      "a chapter",
      { venue: { kind: "book", name: "Hives" } },
      "bookSection",
      { bookTitle: "Hives" },
    ],
    [
      "an article in a magazine",
      { venue: { kind: "journal", name: "Hives" }, reference: { type: "article-magazine" } },
      "magazineArticle",
      { publicationTitle: "Hives" },
    ],
    [
      "a book",
      {
        reference: {
          type: "book",
          publisher: "Wax & Co",
          isbn: "978-0-306-40615-7",
          series: "Bees",
        },
      },
      "book",
      { publisher: "Wax & Co", ISBN: "978-0-306-40615-7", series: "Bees" },
    ],
    [
      "a thesis",
      { reference: { type: "thesis", genre: "Master's thesis", institution: "ETH" } },
      "thesis",
      { university: "ETH", thesisType: "Master's thesis" },
    ],
    [
      "a report",
      { reference: { type: "report", institution: "CERN", number: "7" } },
      "report",
      { institution: "CERN", reportNumber: "7" },
    ],
    ["a paper of an unknown kind", {}, "document", { url: address }],
  ])("%s as what it is", (_, facts, itemType, fields) => {
    const item = asZotero({ ...two, ...facts });
    expect(item).toMatchObject({
      itemType,
      fields: { ...fields, date: "2019/06/02", abstractNote: whole },
    });
    expect(item.creators).toHaveLength(2);
    const venues = Object.keys(item.fields).filter((name) => /Title$/.test(name));
    expect(venues.filter((name) => item.fields[name] === "Papers")).toEqual([]);
  });

  it("a work of each type as an item of a type of its own", () => {
    const types = workTypes.map((type) => asZotero({ ...two, reference: { type } }).itemType);
    expect(new Set(types).size).toBe(workTypes.length);
    const fields = workTypes.flatMap((type) =>
      Object.values(asZotero({ ...two, reference: { type } }).fields),
    );
    expect(fields).not.toContain("Papers");
  });

  it.each([
    [["Ludwig Maria van Beethoven"], "van Beethoven", "Ludwig Maria"],
    [["Qwen Team"], "Qwen Team", undefined],
    [["Müller, Jörg"], "Müller", "Jörg"],
    [["DeepMind"], "DeepMind", undefined],
  ])("a single author, %s, with the parts of the name", (names, lastName, firstName) => {
    const [only, ...more] = asZotero({ ...by(...names), published: "2019-06-02" }).creators;
    expect(more).toEqual([]);
    expect(only).toEqual({ creatorType: "author", lastName, ...(firstName ? { firstName } : {}) });
  });

  it("a paper without an abstract, and makes none of its title", () => {
    const book = { reference: { type: "book", publisher: "Wax" } };
    for (const facts of [{ ...two, ...book }, { published: "2019-06-02" }]) {
      expect(asZotero(facts, "")).toMatchObject({ title: "On Wax" });
      expect(asZotero(facts, "").fields).not.toHaveProperty("abstractNote");
    }
  });

  it("a paper without a date with its authors, and without a date", () => {
    const item = asZotero({ ...by("Ada Lovelace", "Qwen Team"), ids: { arxiv: "1906.00001" } });
    expect(item).toMatchObject({ itemType: "preprint", title: "On Wax" });
    expect(item.creators.map(({ lastName }) => lastName)).toEqual(["Lovelace", "Qwen Team"]);
    expect(item.fields["date"]).toBeUndefined();
  });

  it("a paper whose authors are unknown as a page with its bare title, abstract and date", () => {
    expect(asZotero({ authorsCount: 10, published: "2019-06-02" })).toEqual({
      itemType: "webpage",
      title: "On Wax",
      creators: [],
      fields: { abstractNote: whole, date: "2019-06-02", url: address, websiteTitle: "Papers" },
    });
  });
});
