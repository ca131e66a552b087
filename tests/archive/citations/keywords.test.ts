import { describe, expect, it } from "vitest";
import { citationOf } from "../../../src/archive/citations/citation-of.ts";
import { citationFormats } from "../../../src/archive/citations/index.ts";
import { exportFormats } from "../../../src/archive/export-archive.ts";
import { archiveOfExport, exported, readableFormats } from "../../fixtures/export-and-read.ts";
import { entry } from "../../fixtures/papers.ts";

const linesOf = (format: string, keywords: string[]) => {
  const citation = citationOf(entry({ id: "on-honey" }), { keywords });
  const text = citationFormats.find(({ name }) => name === format)?.entry(citation) ?? "";
  return text.split(/\r?\n/).filter((line) => /keyword|KW|M2/.test(line));
};

describe("keywords in exports", () => {
  it.each([
    ["BibTeX", ["bees", "R&D"], ["  keywords = {bees, R\\&D}"]],
    ["BibTeX", ["Models, Biological", "bees"], ["  keywords = {{Models, Biological}, bees}"]],
    ["BibTeX", ["Models, Biological"], ["  keywords = {{Models, Biological},}"]],
    ["BibTeX", ["bees / honey"], ["  keywords = {bees / honey,}"]],
    ["RIS", ["bees", "Models, Biological"], ["KW  - bees", "KW  - Models, Biological"]],
    [
      "RIS",
      ["Models, Biological"],
      ["KW  - Models, Biological", 'M2  - keywords: ["Models, Biological"]'],
    ],
    ["RIS", ["a; b"], ["KW  - a; b", 'M2  - keywords: ["a; b"]']],
    ["CSL-JSON", ["bees", "honey"], [expect.stringContaining('"keyword":"bees, honey"}')]],
    [
      "CSL-JSON",
      ["Models, Biological", "bees"],
      [
        expect.stringContaining(
          '"keyword":"Models, Biological, bees","custom":{"keywords":"[\\"Models, Biological\\",\\"bees\\"]"}',
        ),
      ],
    ],
  ])("are in the field of %s: %j", (format, keywords, expected) => {
    expect(linesOf(format, keywords)).toEqual(expected);
  });

  it.each(readableFormats.map((format) => [format.key, format] as const))(
    "are read back from %s",
    (_, format) => {
      const keywords = ["Models, Biological", "A/B testing", "wild; tame"];
      const paper = {
        entry: entry({ id: "on-honey", title: "On Honey", titleText: "On Honey", keywords }),
        abstract: "",
      };
      const [read] = archiveOfExport(format, exported(format, [paper]));
      expect(read?.entry.keywords).toEqual(keywords);
    },
  );
});

describe("what only the owner may see", () => {
  const own = entry({
    id: "on-honey",
    keywords: ["ask Ada"],
    collections: ["For the review/Secret"],
    annotation: "Ask Bo.",
    added: "2024-01-02",
  });

  it("is not in citations of the site", () => {
    const files = citationFormats.map(({ write }) => write([citationOf(own)]));
    expect(files.filter((text) => /ask ada|secret|ask bo|2024-01-02/i.test(text))).toEqual([]);
  });

  it("is in the owner's exports as far as other programs have it: keywords, but no annotations and collections", () => {
    for (const format of exportFormats) {
      const text = exported(format, [{ entry: own, abstract: "" }]);
      const found = ["ask Ada", "Secret", "Ask Bo"].filter((words) => text.includes(words));
      const wanted = { jsonl: ["ask Ada", "Secret", "Ask Bo"], markdown: [] }[format.key];
      expect(found, format.key).toEqual(wanted ?? ["ask Ada"]);
    }
  });
});
