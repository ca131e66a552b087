import { describe, expect, it } from "vitest";
import { citationOf } from "../../src/archive/citations/citation-of.ts";
import { shortIdHash } from "../../src/archive/id-hash.ts";
import { cardFiles } from "../../src/archive/make-paper-cards.ts";
import {
  cardFile,
  cardFileCount,
  cardFileOf,
  citationOfCard,
} from "../../src/archive/paper-cards.ts";
import { entry } from "../fixtures/papers.ts";

describe("the files of cards", () => {
  const archive = Array.from({ length: 700 }, (_, index) =>
    entry({ id: `paper-${index}`, titleText: `Paper ${index}` }),
  );

  it("are few, and contain each paper and former id where its hash points", () => {
    const [first, ...rest] = archive;
    const moved = {
      ...entry({ id: "2510.01171", titleText: "Moved" }),
      aliases: [first?.id ?? ""],
    };
    const files = cardFiles([entry(moved), ...rest]);
    expect(files.length).toBe(4);
    const fileOf = (one: string) => files[cardFileOf(shortIdHash(one), files.length)];
    for (const { id: one } of rest) {
      expect(fileOf(one)?.papers.some((card) => card.id === one)).toBe(true);
    }
    expect(fileOf("paper-0")?.aliases).toMatchObject({ "paper-0": "2510.01171" });
    expect(Math.max(...files.map(({ papers }) => papers.length))).toBeLessThan(256);
    expect(files.map((file) => cardFile.parse(file))).toEqual(files);
  });

  it("grow in number slowly with the archive", () => {
    expect([0, 1, 256, 257, 10_000, 100_000].map(cardFileCount)).toEqual([1, 1, 1, 2, 64, 512]);
  });

  it("give the citation that a list's own file would have", () => {
    const paper = entry({
      id: "2510.01171",
      title: "Norms $L^2$",
      titleText: "Norms L²",
      authors: [{ name: "Ada Lovelace" }],
      published: "2025-10-01",
      ids: { arxiv: "2510.01171", doi: "10.1000/7" },
      categories: ["cs.LG"],
      organization: { handle: "snlp", name: "Stanford NLP" },
      venue: { kind: "journal", name: "Bees", volume: "3", pages: "1-2" },
      reference: { type: "article-journal", series: "Wax" },
      citationKey: "lovelace",
      links: [{ kind: "code", url: "https://example.org/code" }],
      aliases: ["norms"],
    });
    const address = "https://example.org/papers/2510.01171/";
    const read = cardFile.parse(JSON.parse(JSON.stringify(cardFiles([paper])[0])));
    const [card] = read.papers;
    expect(card && citationOfCard(card, address)).toEqual(citationOf(paper, { address }));
  });

  it("give the same citation as the paper's page", () => {
    const [file] = cardFiles([
      entry({ id: "a", title: "Norms $L^2$", titleText: "Norms L²", published: "2025-10-01" }),
    ]);
    const card = file?.papers[0];
    expect(card && citationOfCard(card, "https://example.org/papers/a/")).toEqual({
      id: "a",
      title: [{ text: "Norms " }, { math: "L^2" }],
      titleText: "Norms L²",
      published: "2025-10-01",
      authors: [],
      links: [],
      aliases: [],
      address: "https://example.org/papers/a/",
    });
  });
});
