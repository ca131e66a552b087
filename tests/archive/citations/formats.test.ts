import { readFileSync } from "node:fs";
import { join } from "node:path";
import { parse as parseBibtex } from "@retorquere/bibtex-parser";
import { parseCSL, parseRIS } from "biblatex-csl-converter";
import { describe, expect, it } from "vitest";
import { bibtexEntry } from "../../../src/archive/citations/bibtex.ts";
import { citationOf } from "../../../src/archive/citations/citation-of.ts";
import { cslItem } from "../../../src/archive/citations/csl-json.ts";
import { paperTags } from "../../../src/archive/citations/paper-tags.ts";
import { risRecord } from "../../../src/archive/citations/ris.ts";
import { bare, full } from "../../fixtures/citations.ts";
import { entry } from "../../fixtures/papers.ts";

describe("RIS", () => {
  it("writes a tag a line, lines ended by CR and LF", () => {
    expect(risRecord(full).split("\r\n")).toEqual([
      "TY  - UNPD",
      "ID  - 2510.01171",
      "TI  - A bound of $\\mathcal{O}(N\\log N)$ for 5% of Schrödinger's {cats}",
      "AU  - van Beethoven, Ludwig",
      "AU  - Qwen Team,",
      "AU  - Ñúñez, José",
      "PY  - 2025",
      "DA  - 2025/10/01",
      "PB  - arXiv",
      "AN  - arXiv:2510.01171",
      "DO  - 10.1000/a_b",
      "UR  - https://arxiv.org/abs/2510.01171",
      "AB  - We show that 3 < 5%.",
      "N1  - Listed by Stanford NLP (snlp)",
      "N1  - Code: https://example.org/a_b",
      "N1  - Page: https://example.org/papers/2510.01171/",
      "M2  - offprint: 2510.01171 a-bound-of-o-n-log-n",
      "ER  - ",
      "",
    ]);
    expect(risRecord(bare)).toBe("TY  - GEN\r\nID  - on-testing\r\nTI  - On Testing\r\nER  - \r\n");
  });

  it("gives a real reader back the title, the names and the year", () => {
    const read = Object.values(parseRIS(risRecord(full)).entries);
    expect(read).toMatchObject([
      {
        fields: {
          title: [{ text: "A bound of $\\mathcal{O}(N\\log N)$ for 5% of Schrödinger's {cats}" }],
          author: [
            { family: [{ text: "van Beethoven" }], given: [{ text: "Ludwig" }] },
            { family: [{ text: "Qwen Team" }] },
            { family: [{ text: "Ñúñez" }], given: [{ text: "José" }] },
          ],
          date: "2025",
          doi: "10.1000/a_b",
        },
      },
    ]);
  });
});

describe("CSL-JSON", () => {
  it("writes an item in the schema's names", () => {
    expect(cslItem(full)).toEqual({
      id: "2510.01171",
      type: "article",
      title: "A bound of $\\mathcal{O}(N\\log N)$ for 5% of Schrödinger's {cats}",
      author: [
        { family: "Beethoven", given: "Ludwig", "non-dropping-particle": "van" },
        { literal: "Qwen Team" },
        { family: "Ñúñez", given: "José" },
      ],
      issued: { "date-parts": [[2025, 10, 1]] },
      genre: "preprint",
      publisher: "arXiv",
      number: "arXiv:2510.01171",
      DOI: "10.1000/a_b",
      URL: "https://arxiv.org/abs/2510.01171",
      abstract: "We show\n\nthat 3 < 5%.",
      annote:
        "Listed by Stanford NLP (snlp); Code: https://example.org/a_b; Page: https://example.org/papers/2510.01171/",
      custom: { offprint: "2510.01171 a-bound-of-o-n-log-n" },
    });
    expect(cslItem(bare)).toEqual({ id: "on-testing", type: "document", title: "On Testing" });
  });

  it("gives a real reader back the title and the day", () => {
    const read = Object.values(parseCSL({ a: { ...cslItem(full) } }));
    expect(read).toMatchObject([
      {
        fields: {
          title: [{ text: "A bound of $\\mathcal{O}(N\\log N)$ for 5% of Schrödinger's {cats}" }],
          date: "2025-10-01",
        },
      },
    ]);
  });
});

describe("names", () => {
  it.each([
    ["Ada Lovelace", { family: "Lovelace", given: "Ada" }],
    ["Lovelace, Ada", { family: "Lovelace", given: "Ada" }],
    ["Juan de la Cruz", { family: "Cruz", given: "Juan", "non-dropping-particle": "de la" }],
    ["de la Cruz, Juan", { family: "Cruz", given: "Juan", "non-dropping-particle": "de la" }],
    ["Martin L. King Jr.", { family: "King", given: "Martin L.", suffix: "Jr." }],
    ["King, Martin L., Jr.", { family: "King", given: "Martin L.", suffix: "Jr." }],
    ["Bin Yu", { family: "Yu", given: "Bin" }],
    ["李明", { literal: "李明" }],
    ["Plato", { literal: "Plato" }],
    ["The ATLAS Collaboration", { literal: "The ATLAS Collaboration" }],
    ["Bill and Melinda Gates", { literal: "Bill and Melinda Gates" }],
    ["a, b, c, d", { literal: "a, b, c, d" }],
  ])("%s", (name, parts) => {
    const citation = citationOf(entry({ id: "a", authors: [{ name }] }));
    expect(cslItem(citation).author).toEqual([parts]);
    const read = parseBibtex(bibtexEntry(citation)).entries[0]?.fields.author;
    expect(read).toHaveLength(1);
  });
});

describe("tags in pages", () => {
  it("gives Google Scholar names and the day of publication, or nothing at all", () => {
    expect(paperTags(full)).toEqual([
      { name: "citation_title", content: "A bound of O(N log N) for 5% of Schrödinger's {cats}" },
      { name: "citation_author", content: "van Beethoven, Ludwig" },
      { name: "citation_author", content: "Qwen Team," },
      { name: "citation_author", content: "Ñúñez, José" },
      { name: "citation_publication_date", content: "2025/10/01" },
      { name: "citation_doi", content: "10.1000/a_b" },
      { name: "citation_arxiv_id", content: "2510.01171" },
      { name: "citation_public_url", content: "https://arxiv.org/abs/2510.01171" },
      { name: "citation_publisher", content: "arXiv" },
      { name: "citation_technical_report_number", content: "arXiv:2510.01171" },
      { name: "DC.type", content: "preprint" },
    ]);
    expect(paperTags(bare)).toEqual([]);
    expect(paperTags({ ...full, authors: [] })).toEqual([]);
  });
});

it("the writers need no package, so that they are small in a browser", () => {
  const folder = join(import.meta.dirname, "../../../src/archive/citations");
  // What a browser imports. Other files of the folder are for pages and readers of seeds.
  const seen = new Set(["index.ts", "coins.ts"].map((name) => join(folder, name)));
  const packages: string[] = [];
  // A loop over a set also visits items that are added during the loop.
  for (const path of seen) {
    for (const [, name = ""] of readFileSync(path, "utf8").matchAll(/ from "([^"]+)"/g)) {
      if (name.startsWith(".")) seen.add(join(path, "..", name));
      else packages.push(name);
    }
  }
  expect(packages).toEqual([]);
  for (const name of ["bibtex.ts", "ris.ts", "csl-json.ts"]) {
    expect(seen).toContain(join(folder, name));
  }
  expect(seen).not.toContain(join(folder, "citation-of.ts"));
});
