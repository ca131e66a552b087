import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Citation } from "../../../src/archive/citations/citation.ts";
import { citationOf } from "../../../src/archive/citations/citation-of.ts";
import { citationFormats } from "../../../src/archive/citations/index.ts";
import { full } from "../../fixtures/citations.ts";
import { entry } from "../../fixtures/papers.ts";

const work = (id: string, facts: Record<string, unknown>) =>
  citationOf(
    entry({
      id,
      title: "On Wax",
      titleText: "On Wax",
      authors: [{ name: "Ada Lovelace" }, { name: "Ludwig van Beethoven" }],
      published: "2019-06-02",
      ...facts,
    }),
    { address: `https://example.org/papers/${id}/`, abstract: "We show that $x < 5\\%$." },
  );

const citations: Citation[] = [
  full,
  work("article", { venue: { kind: "journal", name: "Bees & Wax", volume: "7", pages: "1-9" } }),
  work("paper", { venue: { kind: "conference", name: "Proceedings of Bees" } }),
  work("book", { reference: { type: "book", publisher: "Wax" } }),
  work("thesis", { reference: { type: "thesis", institution: "ETH" } }),
];

function has(program: string): boolean {
  try {
    execFileSync(program, ["--version"], { stdio: "ignore" });
    return true;
  } catch (error) {
    // Programs of bibutils end with another code than 0 when they print their version.
    return !(error instanceof Error && "code" in error && error.code === "ENOENT");
  }
}

let folder = "";
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "offprint-readers-"));
  for (const { extension, write } of citationFormats) {
    writeFileSync(join(folder, `papers.${extension}`), write(citations));
  }
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** What a program prints about these files. */
function run(program: string, ...options: string[]): string {
  return execFileSync(program, options, { cwd: folder, encoding: "utf8", stdio: "pipe" });
}

const whole = [5, "van Beethoven", "2025", "Proceedings of Bees"];
const found = (text: string, count: number) => [
  count,
  ...whole.slice(1).filter((word) => text.includes(String(word))),
];

describe("programs read our citations", () => {
  it.runIf(has("pandoc"))("Pandoc (if it is installed): types, names and dates of BibTeX", () => {
    for (const format of ["bibtex", "biblatex"]) {
      const items: { type: string; issued: unknown; author: { family: string }[] }[] = JSON.parse(
        run("pandoc", "-f", format, "-t", "csljson", "papers.bib"),
      );
      const types = items.map(({ type }) => type);
      // Pandoc knows no type for preprints.
      expect(types.slice(1)).toEqual(["article-journal", "paper-conference", "book", "thesis"]);
      expect(items[0]).toMatchObject({
        author: [{ family: "Beethoven" }, { literal: "Qwen Team" }, { family: "Ñúñez" }],
        issued: { "date-parts": [[2025, 10, 1]] },
        URL: "https://arxiv.org/abs/2510.01171",
      });
    }
  });

  it.runIf(has("pandoc"))("Pandoc (if it is installed): CSL-JSON as it is", () => {
    const items = JSON.parse(run("pandoc", "-f", "csljson", "-t", "csljson", "papers.json"));
    expect(items.map(({ type }: { type: string }) => type)).toEqual([
      "article",
      "article-journal",
      "paper-conference",
      "book",
      "thesis",
    ]);
  });

  it.runIf(has("biber"))("Biber (if it is installed): every entry, without a warning", () => {
    const log = run("biber", "--tool", "papers.bib");
    expect(log.split("\n").filter((line) => /^(?:WARN|ERROR)/.test(line))).toEqual([]);
    const read = readFileSync(join(folder, "papers_bibertool.bib"), "utf8");
    expect(found(read, read.match(/^@/gm)?.length ?? 0)).toEqual(whole);
    expect(read).toMatch(/EPRINTCLASS\s*= \{cs\.LG\}/);
    expect(read).toMatch(/EPRINTTYPE\s*= \{arxiv\}/);
  });

  it.runIf(has("ris2xml"))("bibutils (if it is installed): every record of RIS and BibTeX", () => {
    for (const [program, file] of [
      ["ris2xml", "papers.ris"],
      ["bib2xml", "papers.bib"],
    ] as const) {
      const xml = run(program, file);
      const read = xml.replace(/<namePart type="family">(?:van )?Beethoven/g, "van Beethoven");
      expect(found(read, xml.match(/<mods /g)?.length ?? 0), program).toEqual(whole);
    }
  });
});
