import { describe, expect, it } from "vitest";
import { citationOf } from "../../../src/archive/citations/citation-of.ts";
import { coins } from "../../../src/archive/citations/coins.ts";
import { workTypes } from "../../../src/schemas/work-types.ts";
import { bare, full } from "../../fixtures/citations.ts";
import { entry } from "../../fixtures/papers.ts";
import { readCoins } from "../../fixtures/read-coins.ts";

describe("COinS of a paper in a list", () => {
  it("say what Zotero needs of it, and of whose names it must not make two", () => {
    expect(readCoins(coins(full))).toEqual({
      itemType: "preprint",
      title: full.titleText,
      creators: ["van Beethoven, Ludwig", "Qwen Team,", "Ñúñez, José"],
      date: "2025-10-01",
      url: "https://arxiv.org/abs/2510.01171",
      DOI: "10.1000/a_b",
    });
    expect(readCoins(coins(bare))).toEqual({
      itemType: "document",
      title: "On Testing",
      creators: [],
    });
  });

  it.each(workTypes)("give a work of type %s its title, address, date and venue", (type) => {
    const venue = { kind: "journal", name: "Notes & Records" };
    const facts = { ids: { doi: "10.1000/7" }, published: "2024-02-03", venue };
    const paper = entry({ id: "a", titleText: "2 + 2 = 4?", reference: { type }, ...facts });
    expect(readCoins(coins(citationOf(paper)))).toMatchObject({
      // A plus is a space for Zotero, however it is written.
      title: "2   2 = 4?",
      publicationTitle: "Notes & Records",
      date: "2024-02-03",
      url: "https://doi.org/10.1000/7",
      DOI: "10.1000/7",
    });
  });

  it("have nothing to escape in HTML, and take few bytes", () => {
    const titleText = `<a href='x'>"Tom & Jerry"</a>: a/b, c`;
    const text = coins(citationOf(entry({ id: "a", titleText })));
    expect(text).not.toMatch(/["<>\s]|&(?!rft)/);
    expect(text).toContain("rft.title=%3Ca+href%3D'x'%3E%22Tom+%26+Jerry%22%3C/a%3E:+a/b,+c");
    expect(coins(full).length).toBeLessThan(350);
  });
});
