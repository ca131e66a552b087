import { expect, it } from "vitest";
import { markdownPaper } from "../../src/archive/export-archive.ts";
import {
  hasAllCitations,
  hasCards,
  hasListFiles,
  hasPlainData,
  hasTightPages,
  paperFilesOf,
} from "../../src/archive/paper-files.ts";
import { entry } from "../fixtures/papers.ts";

it("papers and lists have files beside their pages as the owner says, or else in a small archive", () => {
  expect([...paperFilesOf({}, 2_800)]).toEqual(["bib", "ris", "json", "md"]);
  expect([...paperFilesOf({}, 2_801)]).toEqual([]);
  expect([...paperFilesOf({ paperFiles: ["bib"] }, 50_000)]).toEqual(["bib"]);
  expect([...paperFilesOf({ paperFiles: [] }, 1)]).toEqual([]);
  expect([hasCards({}, 2_800), hasCards({}, 2_801), hasCards({ cards: true }, 50_000)]).toEqual([
    true,
    false,
    true,
  ]);
  expect(hasCards({ cards: false }, 1)).toBe(false);
  expect([hasAllCitations(2_800), hasAllCitations(2_801)]).toEqual([true, false]);
  expect([hasPlainData(2_800), hasPlainData(2_801)]).toEqual([true, false]);
  expect([hasTightPages(2_800), hasTightPages(2_801)]).toEqual([false, true]);
  expect([hasListFiles({}, 500), hasListFiles({}, 501)]).toEqual([true, false]);
  expect(hasListFiles({ listFiles: true }, 50_000)).toBe(true);
  expect(hasListFiles({ listFiles: false }, 1)).toBe(false);
});

it("a paper in Markdown names its venue, links, page in the archive and topics", () => {
  const paper = entry({
    id: "a",
    title: "On *Wax*",
    authors: [{ name: "Ada Lovelace" }],
    published: "2024-02-03",
    venue: { kind: "journal", name: "Bees", volume: "3", pages: "1-2" },
    ids: { arxiv: "2402.00001" },
    links: [{ kind: "code", url: "https://example.org/code" }],
  });
  const more = { page: "https://papers.example/papers/a/", topics: ["Bees", "Wax"] };
  expect(markdownPaper({ entry: paper, abstract: "It holds." }, { depth: 1, ...more })).toBe(
    `# On *Wax*

Ada Lovelace · 2024-02-03 · Bees, vol. 3, pp. 1–2 · [arXiv:2402.00001](https://arxiv.org/abs/2402.00001) · [code](https://example.org/code) · [page](https://papers.example/papers/a/)

Topics: Bees, Wax

It holds.
`,
  );
  expect(markdownPaper({ entry: paper, abstract: "" }, { depth: 1 })).not.toContain("page");
});
