import { describe, expect, it } from "vitest";
import { markdownReadingList } from "../../src/notes/markdown-reading-list.ts";
import { obsidianVault } from "../../src/notes/obsidian-vault.ts";
import { marksOf } from "../../src/notes/reading-list.ts";
import { vaultNames } from "../../src/notes/vault-names.ts";
import { note as noteSchema } from "../../src/schemas/note.ts";
import { paper, paperVersion } from "../../src/schemas/paper.ts";

const entry = (facts: object) =>
  paper.parse({
    id: "2510.01171",
    title: "On *Bees*: $x^2$ #tag",
    titleText: "On Bees: x² #tag",
    published: "2025-10-01",
    authors: [{ name: "Ada Byron" }],
    topics: [{ id: "bees", score: 1, evidence: [] }],
    ids: { arxiv: "2510.01171" },
    sources: [{ format: "id-list", file: "seeds/a.txt", line: 1 }],
    schemaVersion: paperVersion,
    ...facts,
  });
const wax = entry({ id: "wax", title: "Wax", titleText: "Wax", aliases: ["old-wax"], topics: [] });
const addressOf = (id: string) => `https://papers.example/papers/${id}/`;
const topics = [{ id: "bees", name: "Bees & wasps" }];

describe("a vault for Obsidian", () => {
  it("has a file a paper and a file a topic, with wikilinks and the owner's note", () => {
    const data = noteSchema.parse({ status: "read", rating: 4, tags: ["to cite", "2025"] });
    const body = 'See <Paper id="old-wax" /> and <Topic id="bees">these</Topic>. {/* mine */}';
    const files = obsidianVault(
      [
        { entry: entry({}), abstract: "We see [[this]] %%now%%.", note: { data, body } },
        { entry: wax, abstract: "" },
      ],
      { topics, addressOf },
    );
    expect(files.map(({ path }) => path)).toEqual([
      "papers/On Bees x² tag.md",
      "papers/Wax.md",
      "topics/Bees & wasps.md",
    ]);
    expect(files[0]?.text).toBe(`---
id: "2510.01171"
aliases:
  - "On Bees: x² #tag"
authors:
  - "Ada Byron"
published: "2025-10-01"
arxiv: "2510.01171"
address: "https://papers.example/papers/2510.01171/"
topics:
  - "bees"
status: "read"
rating: 4
tags:
  - "to-cite"
  - "_2025"
---

# On *Bees*: $x^2$ \\#tag

Ada Byron · 2025-10-01 · [arXiv:2510.01171](https://arxiv.org/abs/2510.01171)

We see \\[\\[this]] \\%\\%now\\%\\%.

Topics: [[topics/Bees & wasps|Bees & wasps]]

## Notes

See [[papers/Wax|Wax]] and [[topics/Bees & wasps|these]].
`);
  });

  it("names files as every system allows, each in another way", () => {
    const titles = [
      "A/B: c?",
      "Same",
      "same",
      "CON",
      "...",
      `${"é".repeat(90)}`,
      "a",
      "[[x|y]] #z^",
    ];
    const names = vaultNames(titles.map((title, index) => ({ id: `id${index}`, title })));
    expect([...names.values()]).toEqual([
      "A B c",
      "Same (id1)",
      "same (id2)",
      "id3",
      "id4",
      "é".repeat(55),
      "a",
      "x y z",
    ]);
  });
});

describe("a reading list in Markdown", () => {
  it("has the papers of each status", () => {
    const marksWith = (head: object) => marksOf(noteSchema.parse(head), "");
    const text = markdownReadingList(
      [
        { paper: wax, marks: marksWith({ status: "to-read" }) },
        { paper: entry({}), marks: marksWith({ rating: 4, readOn: "2025-11-02" }) },
      ],
      { title: "My papers", addressOf },
    );
    expect(text).toBe(`# My papers

## To read

* [Wax](https://papers.example/papers/wax/) · Ada Byron · 2025

## Read

* [On *Bees*: $x^2$ #tag](https://papers.example/papers/2510.01171/) · Ada Byron · 2025 · ★★★★☆ · 2025-11-02
`);
  });
});
