import { describe, expect, it } from "vitest";
import { runSeeds } from "../fixtures/run-seeds.ts";

const bib = (fields: string) =>
  `@article{a, title = {On Bounds}, author = {Byron, Ada}, ${fields}}`;
const ris = (...lines: string[]) =>
  ["TY  - JOUR", "TI  - On Bounds", ...lines, "ER  - \n"].join("\n");
const csl = (fields: object) =>
  JSON.stringify([{ id: "a", type: "article-journal", title: "On Bounds", ...fields }]);
const zotero = (fields: object) =>
  JSON.stringify([{ itemType: "journalArticle", title: "On Bounds", ...fields }]);

/** The rules about dates that a seed is reported for, and what its one paper has. */
function ingested(text: string, name = "a.bib") {
  const { papers, messages } = runSeeds({ [name]: text });
  return {
    rules: messages.map(({ rule }) => rule).filter((rule) => /date/.test(rule)),
    reasons: messages.map(({ reason }) => reason),
    date: papers[0]?.published ?? papers[0]?.publishedIn,
    note: papers[0]?.reference?.note,
  };
}

describe("an undated paper of a reference has a message", () => {
  it.each([
    ["BibTeX without a date", bib("")],
    ["BibTeX with empty fields", bib("year = {}, month = {}, date = {}")],
    ["BibTeX with braces only", bib("year = {{--}}")],
    ["RIS without a date", ris()],
    ["RIS with an empty date", ris("PY  - ")],
    ["CSL without a date", csl({ id: "b" })],
    ["CSL with null", csl({ issued: { "date-parts": [[null]] } })],
    ["CSL with an empty list", csl({ issued: { "date-parts": [] } })],
    ["CSL with an empty object", csl({ issued: {} })],
    ["CSL with an empty text", csl({ issued: { raw: "" } })],
    ["Zotero without a date", zotero({})],
    ["Zotero with an empty date", zotero({ date: "" })],
    ["a reading list", "- title: On Bounds\n  authors: [Ada Byron]\n"],
  ])("%s", (_, text) => {
    expect(ingested(text)).toMatchObject({ rules: ["undated-papers"], date: undefined });
  });

  it.each([
    ["BibTeX", bib("year = {forthcoming}"), "forthcoming"],
    ["BibTeX in press", bib("year = {in press}, note = {Invited}"), "Invited; in press"],
    ["BibTeX once", bib("year = {to appear}, note = {To appear in 2030}"), "To appear in 2030"],
    ["RIS", ris("PY  - In Press"), "In Press"],
    ["CSL", csl({ issued: { literal: "forthcoming" } }), "forthcoming"],
    ["Zotero", zotero({ date: "submitted" }), "submitted"],
  ])("and keeps that it has not appeared: %s", (_, text, note) => {
    expect(ingested(text)).toMatchObject({ rules: ["unread-date"], note });
  });

  it.each([
    ["biblatex", bib("pubstate = {inpress}"), "In press"],
    ["CSL", csl({ status: "in press" }), "in press"],
  ])("and keeps its status: %s", (_, text, note) => {
    expect(ingested(text)).toMatchObject({ rules: ["undated-papers"], note });
  });

  it("keeps the status of a dated paper", () => {
    expect(ingested(bib("year = 2020, pubstate = {prepublished}"))).toMatchObject({
      rules: [],
      date: "2020",
      note: "Prepublished",
    });
  });

  it("but not a second one for a date that cannot be read", () => {
    expect(ingested(bib("year = {the year of the bees}")).rules).toEqual(["unread-date"]);
    expect(ingested(bib("year = {n.d.}")).rules).toEqual(["unread-date"]);
    expect(ingested(ris("PY  - //")).rules).toEqual(["unread-date"]);
    expect(ingested(ris("PY  - 201X")).rules).toEqual(["unread-date"]);
  });

  it("also beside one on the same line whose date cannot be read", () => {
    const records = [{ literal: "n.d." }, undefined, { "date-parts": [[null]] }];
    const text = JSON.stringify(
      records.map((issued, at) => ({ id: `k${at}`, type: "book", title: `T${at}`, issued })),
    );
    const { messages } = runSeeds({ "a.json": text });
    expect(messages.map(({ rule, reason }) => [rule, reason])).toEqual([
      ["unread-date", expect.stringContaining('"T0"')],
      ["undated-papers", expect.stringContaining('"T1" and "T2"')],
    ]);
  });

  it("once for each file, with the first papers", () => {
    const titles = ["On Bees", "On Ants", "On Wasps", "On Moths", "On Flies"];
    const text = titles.map((title, at) => `@misc{k${at}, title = {${title}}}\n`).join("");
    const { messages } = runSeeds({ "a.bib": text, "b.bib": bib("") });
    expect(messages.filter(({ rule }) => rule === "undated-papers")).toMatchObject([
      {
        severity: "info",
        reason:
          '5 papers in this file have no date of publication: "On Bees", "On Ants", "On Wasps", and 2 more.',
        place: { file: "seeds/a.bib", line: 1 },
      },
      {
        reason: 'A paper in this file has no date of publication: "On Bounds".',
        place: { file: "seeds/b.bib", line: 1 },
      },
    ]);
  });

  it("but none if another source has the date", () => {
    const { messages } = runSeeds({
      "a.bib": bib("doi = {10.1000/xyz}"),
      "b.ris": ris("AU  - Byron, Ada", "DO  - 10.1000/xyz", "PY  - 2020"),
    });
    expect(messages.map(({ rule }) => rule)).toEqual([]);
  });
});
