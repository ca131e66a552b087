import { describe, expect, it } from "vitest";
import { authorYearKey } from "../../../src/archive/citations/author-year-key.ts";
import { citationOf } from "../../../src/archive/citations/citation-of.ts";
import { plainCitation } from "../../../src/archive/citations/plain-citation.ts";
import { entry } from "../../fixtures/papers.ts";

const cited = (facts: Record<string, unknown>) => citationOf(entry({ id: "a", ...facts }));
const by = (...names: string[]) => names.map((name) => ({ name }));

describe("a key of author and year", () => {
  it.each([
    ["Jacob Devlin", "BERT: Pre-training of Deep Transformers", "devlin2019bert"],
    ["Ludwig van Beethoven", "On the Bees", "beethoven2019bees"],
    ["Müller, Jörg", "Über Wachs", "muller2019uber"],
    ["王 小明", "蜜蜂", "wangxiaoming2019mifeng"],
    ["Qwen Team", "A 2-bit World", "qwenteam20192"],
    ["Ada Lovelace", "Of and by the", "lovelace2019"],
  ])("of %s, “%s”, is %s", (name, titleText, key) => {
    const facts = { titleText, authors: by(name, "Grace Hopper"), published: "2019-06-02" };
    expect(authorYearKey(cited(facts))).toBe(key);
  });

  it("needs an author and a year", () => {
    expect(authorYearKey(cited({ published: "2019-06-02" }))).toBeUndefined();
    expect(authorYearKey(cited({ authors: by("Ada Lovelace") }))).toBeUndefined();
    expect(authorYearKey(cited({ authors: by("Ada Lovelace"), publishedIn: "2019" }))).toBe(
      "lovelace2019",
    );
  });
});

describe("a citation as plain text", () => {
  it("has authors, title, venue, year and address", () => {
    const venue = { kind: "journal", name: "Notes & Records", volume: "7", pages: "1-10" };
    const facts = { titleText: "Who Dances?", authors: by("Ada Lovelace", "Grace Hopper"), venue };
    expect(
      plainCitation(cited({ ...facts, publishedIn: "2024-02", ids: { doi: "10.1000/7" } })),
    ).toBe(
      "Ada Lovelace, Grace Hopper. Who Dances? Notes & Records, vol. 7, pp. 1–10, 2024. https://doi.org/10.1000/7",
    );
  });

  it("leaves out what no source has", () => {
    expect(plainCitation(cited({ titleText: "Wax" }))).toBe("Wax.");
  });

  it("names the first ten of many authors, and says so of a list that its source cut", () => {
    const names = Array.from({ length: 573 }, (_, index) => `A${index} Bee`);
    expect(plainCitation(cited({ titleText: "Wax", authors: by(...names) }))).toBe(
      `${names.slice(0, 10).join(", ")}, et al. Wax.`,
    );
    const cut = { authors: by("Ada Lovelace"), reference: { authorsCut: true } };
    expect(plainCitation(cited({ titleText: "Wax", ...cut }))).toBe("Ada Lovelace, et al. Wax.");
  });
});
