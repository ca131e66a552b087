import { describe, expect, it } from "vitest";
import { bibtexEntry } from "../../../src/archive/citations/bibtex.ts";
import type { Citation, CitedWork } from "../../../src/archive/citations/citation.ts";
import { cslItem } from "../../../src/archive/citations/csl-json.ts";
import { risRecord } from "../../../src/archive/citations/ris.ts";
import { workTypes } from "../../../src/schemas/work-types.ts";
import { readText } from "../../fixtures/read.ts";

function citation(more: Partial<Citation>): Citation {
  return {
    id: "on-names",
    title: [{ text: "On names" }],
    titleText: "On names",
    authors: ["Ada Abbott"],
    published: "2019",
    links: [],
    aliases: [],
    ...more,
  };
}

const thesis = citation({
  key: "Abbott2019",
  work: { type: "thesis", genre: "Master's thesis", institution: "ETH", place: "Zürich" },
});

describe("the citation of a work that is not a paper of a venue", () => {
  it.each([
    ["thesis", "phdthesis", "THES"],
    ["book", "book", "BOOK"],
    ["report", "techreport", "RPRT"],
    ["patent", "patent", "PAT"],
    ["dataset", "dataset", "DATA"],
    ["software", "software", "COMP"],
    ["webpage", "online", "ELEC"],
    ["article-journal", "article", "JOUR"],
  ] as const)("keeps the type %s", (type, entry, tag) => {
    const one = citation({ work: { type } });
    expect(bibtexEntry(one)).toMatch(new RegExp(`^@${entry}\\{on-names,`));
    expect(risRecord(one)).toMatch(new RegExp(`^TY  - ${tag}\r\n`));
    expect(cslItem(one).type).toBe(type);
  });

  it("has the owner's key, and the id as another key", () => {
    expect(bibtexEntry(thesis)).toContain("@mastersthesis{Abbott2019,");
    expect(bibtexEntry(thesis)).toContain("ids = {on-names}");
    expect(cslItem(thesis).id).toBe("Abbott2019");
    expect(risRecord(thesis)).toContain("ID  - Abbott2019");
  });

  it("says that more authors are not named", () => {
    const cut = citation({ work: { authorsCut: true } });
    expect(bibtexEntry(cut)).toContain("author = {Abbott, Ada and others}");
    expect(risRecord(cut)).toContain("AU  - Abbott, Ada\r\nAU  - et al.");
    expect(cslItem(cut).author).toEqual([
      { family: "Abbott", given: "Ada" },
      { literal: "others" },
    ]);
  });

  it("calls a paper of a journal arXiv a preprint", () => {
    const preprint = citation({ arxiv: "1706.00001", work: { type: "article-journal" } });
    expect(bibtexEntry(preprint)).toMatch(/^@misc\{/);
  });

  it("reads back what it wrote", () => {
    const work = {
      type: "book",
      authorsCut: true,
      editors: ["Bo Cheng"],
      publisher: "Honey Press",
      place: "Bern",
      series: "Bees",
      edition: "2",
      number: "7",
      isbn: "978-3-16-148410-0",
      howPublished: "Online",
      note: "In press",
    } satisfies CitedWork;
    const text = bibtexEntry(citation({ key: "b", work }));
    const { value } = readText(text);
    expect(value[0]).toMatchObject({ citationKey: "b", reference: work });
  });

  it.each([
    ["Garcia Marquez", "Gabriel", "Gabriel Garcia Marquez"],
    ["van den Oord", "Ada", "Ada van den Oord"],
    ["Des Roches", "Bo", "Bo Des Roches"],
    ["Bee Works GmbH", "", "Bee Works GmbH"],
    ["Barnes and Noble", "", "Barnes and Noble"],
    ["李明", "", "李明"],
  ])("keeps the family name %s of its source", (family, given, name) => {
    const csl = { type: "book", title: "On names", author: [{ family, given }], issued: [[2019]] };
    const { value } = readText(JSON.stringify([csl]));
    const names = { authors: [name], work: value[0]?.reference ?? {} };
    for (const text of [
      bibtexEntry(citation(names)),
      risRecord(citation(names)),
      JSON.stringify([cslItem(citation(names))]),
    ]) {
      const [read] = readText(text).value;
      expect([text, read?.authors, read?.reference?.families]).toEqual([
        text,
        [{ name }],
        value[0]?.reference?.families,
      ]);
    }
    const said = given === "" ? [family] : [family, given];
    expect(risRecord(citation(names))).toContain(`AU  - ${said.join(", ")}`);
  });

  const types = workTypes.filter((type) => type !== "document");

  it.each(types)("is read back from RIS and CSL-JSON as a %s", (type) => {
    const one = citation({ key: "k1a", work: { type, editors: ["Bo Cheng"], place: "Bern" } });
    const written = [risRecord(one), JSON.stringify([cslItem(one)])];
    for (const text of written) {
      const { value } = readText(text);
      expect(value[0]).toMatchObject({
        citationKey: "k1a",
        reference: { type, editors: ["Bo Cheng"], place: "Bern" },
      });
    }
  });

  it.each([
    ["BibTeX", "@book{a, title = {On Names}, editor = {Cheng, Bo and others}, year = 2019}"],
    ["RIS", "TY  - BOOK\nTI  - On Names\nED  - Cheng, Bo\nED  - et al.\nPY  - 2019\nER  - \n"],
    [
      "CSL-JSON",
      '[{"id":"a","type":"book","title":"On Names","editor":[{"family":"Cheng","given":"Bo"},{"literal":"others"}],"issued":[[2019]]}]',
    ],
  ])("says that more editors from %s are not named", (_, source) => {
    const work = readText(source).value[0]?.reference ?? {};
    const editors = { editors: ["Bo Cheng"], editorsCut: true };
    expect(work).toMatchObject(editors);
    const one = citation({ work });
    expect(bibtexEntry(one)).toContain("editor = {Cheng, Bo and others}");
    for (const text of [bibtexEntry(one), risRecord(one), JSON.stringify([cslItem(one)])]) {
      expect(readText(text).value[0]?.reference).toMatchObject(editors);
    }
  });

  it.each([
    ["BibTeX", "@software{a, title = {On Names}, version = {1.4.0b2}, year = 2019}"],
    ["RIS", "TY  - COMP\nTI  - On Names\nET  - 1.4.0b2\nPY  - 2019\nER  - \n"],
    [
      "CSL-JSON",
      '[{"id":"a","type":"software","title":"On Names","version":"1.4.0b2","issued":[[2019]]}]',
    ],
    [
      "Zotero",
      '[{"itemType":"computerProgram","title":"On Names","versionNumber":"1.4.0b2","version":913}]',
    ],
  ])("keeps the version of software from %s", (_, source) => {
    const work = readText(source).value[0]?.reference ?? {};
    expect(work).toMatchObject({ type: "software", version: "1.4.0b2" });
    const one = citation({ work: { ...work, edition: "2nd" } });
    for (const text of [bibtexEntry(one), risRecord(one), JSON.stringify([cslItem(one)])]) {
      expect(readText(text).value[0]?.reference).toMatchObject({
        version: "1.4.0b2",
        edition: "2nd",
      });
    }
  });

  it.each(["DOI: 10.1000/1", "In press", "Submitted: March"])("keeps the note %s", (note) => {
    const one = citation({ work: { type: "book", note } });
    for (const text of [bibtexEntry(one), risRecord(one), JSON.stringify([cslItem(one)])]) {
      expect(readText(text).value[0]?.reference).toMatchObject({ note });
    }
  });

  it.each(["thesis", "report"] as const)("keeps the institution of a %s", (type) => {
    const one = citation({ work: { type, institution: "ETH Basel", genre: "Some kind" } });
    for (const text of [bibtexEntry(one), risRecord(one), JSON.stringify([cslItem(one)])]) {
      expect(readText(text).value[0]?.reference).toMatchObject({
        type,
        institution: "ETH Basel",
        genre: "Some kind",
      });
    }
  });
});
