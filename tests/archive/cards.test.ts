import { describe, expect, it } from "vitest";
import { type Card, cardOf } from "../../src/archive/cards/card.ts";
import { drawCard, type Typeface } from "../../src/archive/cards/draw-card.ts";
import { entry } from "../fixtures/papers.ts";

const context = { archive: "Papers", dateOf: (date: string) => date };

describe("the card of a paper", () => {
  it("has its title, the first authors, its date and the archive", () => {
    const authors = ["A", "B", "C", "D", "E"].map((name) => ({ name: `${name} Bee` }));
    const paper = entry({ id: "a", titleText: "On x²", authors, published: "2019-06-02" });
    expect(cardOf(paper, context)).toEqual({
      title: "On x²",
      authors: "A Bee, B Bee, C Bee, et al.",
      date: "2019-06-02",
      archive: "Papers",
    });
    const listed = entry({ id: "a", titleText: "On x²", listed: ["2025-11-13"] });
    expect(cardOf(listed, context)).toMatchObject({ authors: "", date: "" });
  });

  it("has the archive's name where the typeface lacks the script of the title", () => {
    const authors = [{ name: "王 小明" }, { name: "Bo Cheng" }];
    const card = (titleText: string, archive = "Papers") =>
      cardOf(entry({ id: "a", titleText, authors, published: "2019-06-02" }), {
        archive,
        dateOf: (date) => `${date.slice(0, 4)}年`,
      });
    for (const title of ["蜜蜂", "A study of נחיל", "دراسة", "मधु", "…"]) {
      expect(card(title), title).toEqual({
        title: "Papers",
        authors: "Bo Cheng",
        date: "2019-06-02",
        archive: "",
      });
      expect(card(title, "论文"), title).toBeUndefined();
    }
    expect(card("Bees", "论文")).toMatchObject({ title: "Bees", archive: "" });
    for (const title of ["Пчёлы", "Über Ångström", "α ∈ ℝⁿ"]) {
      expect(card(title)).toMatchObject({ title, archive: "Papers" });
    }
  });
});

/** Every character half as wide as the type is large, but for these, which it lacks. */
const face: Typeface = {
  unitsPerEm: 1000,
  glyph: (character) =>
    ["ⁿ", "ἀ", "\u0313", "🐝"].includes(character)
      ? undefined
      : { width: 0.5, outline: character === " " ? "" : `M${character.codePointAt(0)} 0` },
};

function drawn(facts: Partial<Card>): string {
  return drawCard({ title: "On Wax", authors: "Ada", date: "2019", archive: "Papers", ...facts }, [
    face,
  ]);
}

describe("a drawn card", () => {
  it("has no text, and no glyph beyond its edges, whatever the title is", () => {
    for (const title of ["x", "word ".repeat(80), "w".repeat(400), "</svg><script>&"]) {
      const svg = drawn({ title, authors: "name, ".repeat(60), archive: "archive ".repeat(30) });
      expect(svg).not.toMatch(/<text|<script|&/);
      const places = [...svg.matchAll(/matrix\(\S+ 0 0 \S+ (\S+) (\S+)\)/g)].map(([, x, y]) => [
        Number(x),
        Number(y),
      ]);
      expect(places.length).toBeGreaterThan(5);
      expect(places.every(([x = 0, y = 0]) => x >= 80 && x < 1120 && y > 60 && y < 600)).toBe(true);
    }
  });

  it("raises signs that the typeface has only on the line, and leaves out what it has not", () => {
    const [, base = 0, raised = 0] = [...drawn({ title: "xⁿ🐝" }).matchAll(/ (\d+\.?\d*)\)/g)]
      .map(([, y]) => Number(y))
      .slice(5);
    expect(raised).toBeLessThan(base);
    expect(drawn({ title: "ἀρχή" })).toBe(drawn({ title: "αρχή" }));
    expect(drawn({ title: "x 🐝 y" })).toBe(drawn({ title: "x y" }));
    expect(drawn({ title: "xⁿ🐝" })).toContain(`M${"n".codePointAt(0)} 0`);
  });
});
