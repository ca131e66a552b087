import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Citation, typeOf } from "../../src/archive/citations/citation.ts";
import { citationOf } from "../../src/archive/citations/citation-of.ts";
import type { WholePaper } from "../../src/archive/export-archive.ts";
import { byPublication } from "../../src/archive/order.ts";
import {
  archiveOf,
  archiveOfExport,
  exported,
  readableFormats,
} from "../fixtures/export-and-read.ts";
import { papers } from "../fixtures/made-references.ts";
import { entry } from "../fixtures/papers.ts";

const folder = join(import.meta.dirname, "../fixtures/references");
const files = globSync("*", { cwd: folder }).sort();

/** What an export says of a paper. Every format names a type, also where the source did not. */
function said({ entry, abstract }: WholePaper): Citation {
  const citation = citationOf(entry, { abstract, keywords: entry.keywords });
  return { ...citation, work: { ...citation.work, type: typeOf(citation) } };
}

/** RIS has an abstract on one line. */
function inOneLine(paper: WholePaper): WholePaper {
  return { ...paper, abstract: paper.abstract.replace(/\n+/g, " ") };
}

const restored = archiveOf({
  path: "seeds/daily-papers-11-13.txt",
  bytes: readFileSync(join(import.meta.dirname, "../fixtures/daily-papers-11-13.txt")),
});

/** The formulas of papers, by id. */
function formulasIn(archive: readonly WholePaper[]): Record<string, string[]> {
  return Object.fromEntries(
    archive.map(({ entry, abstract }) => [
      entry.id,
      [...`${entry.title}\n${abstract}`.matchAll(/(?<!\\)\$((?:\\.|[^$\\])+)\$/g)].map(
        ([, latex = ""]) => latex,
      ),
    ]),
  );
}

it("has papers with restored formulas, and some whose day of listing is all that is known", () => {
  expect(restored.filter(({ entry }) => entry.math.restored > 0).length).toBeGreaterThan(5);
  expect(restored.some(({ entry }) => entry.published === undefined)).toBe(true);
});

it("keeps the ids and aliases of a whole archive, and adds none", () => {
  const jsonl = readableFormats.find(({ key }) => key === "jsonl");
  if (!jsonl) throw new Error("There is such a format.");
  const ids = fc.subarray(["a-gel", "a-gel-0a1b2c", "crystals", "older", "2401.00001"], {
    minLength: 1,
  });
  const titles = fc.constantFrom("A Gel", "A Bridge", "Crystals", "凝胶");
  const paperOf = ([id = "", ...aliases]: string[], title: string) =>
    entry({ id, aliases: aliases.sort(), title, titleText: title });
  fc.assert(
    fc.property(ids, titles, (names, title) => {
      const paper = paperOf(names, title);
      const read = archiveOfExport(jsonl, exported(jsonl, [{ entry: paper, abstract: "" }]));
      expect(read.map(({ entry: { id, aliases } }) => [id, aliases])).toEqual([
        [paper.id, paper.aliases],
      ]);
    }),
    { numRuns: 30 },
  );
});

describe.each(readableFormats.map((format) => [format.key, format] as const))(
  "an export as %s",
  (key, format) => {
    it.each(files)("has the same bytes after it was read into an empty archive: %s", (name) => {
      const seed = { path: `seeds/${name}`, bytes: readFileSync(join(folder, name)) };
      const archive = archiveOf(seed);
      expect(archive).not.toEqual([]);
      const first = exported(format, archive);
      expect(exported(format, archiveOfExport(format, first))).toBe(first);
    });

    it("has the same bytes and formulas after it was read, if the formulas were restored", () => {
      const first = exported(format, restored);
      const read = archiveOfExport(format, first);
      expect(exported(format, read)).toBe(first);
      expect(formulasIn(read)).toEqual(formulasIn(restored));
    });

    it("is read back as what was exported: a web page in a journal", () => {
      const venue = { kind: "journal", name: "Bees" };
      const reference = { type: "webpage" };
      const titled = { id: "a-page", title: "A Page", titleText: "A Page" };
      const page = { entry: entry({ ...titled, venue, reference }), abstract: "" };
      const [read] = archiveOfExport(format, exported(format, [page]));
      expect(read && said(read)).toEqual(said(page));
    });

    it("is read back as what was exported, whatever the references are", () => {
      const inOrder = papers.map((given) =>
        given.toSorted((a, b) => byPublication(a.entry, b.entry)),
      );
      const isRead = (given: WholePaper[]) => {
        const first = exported(format, given);
        const read = archiveOfExport(format, first);
        const wanted = key === "ris" ? given.map(inOneLine) : given;
        expect(read.map(said)).toEqual(wanted.map(said));
        if (key !== "jsonl") expect(exported(format, read)).toBe(first);
      };
      fc.assert(fc.property(inOrder, isRead), { numRuns: 12 });
    });
  },
);
