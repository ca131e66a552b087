import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type RelatedPaper, relate } from "../../src/archive/related/relate.ts";
import type { PaperTexts } from "../../src/archive/terms/paper-texts.ts";
import { plainWords } from "../../src/archive/terms/plain-words.ts";
import { termKeys } from "../../src/archive/terms/split-terms.ts";
import { termVectors } from "../../src/archive/terms/term-vectors.ts";

const paper = (id: string, title: string, abstract: string, topics: string[] = []): PaperTexts => ({
  id,
  title,
  abstract,
  topics: topics.map((topic) => ({ id: topic, score: 0.9 })),
});

const papers = [
  paper(
    "last-switch",
    "Last Switch Dependent Bandits",
    "We study bandits whose rewards depend on when an arm was last switched, and bound the regret.",
    ["bandits"],
  ),
  paper(
    "tallying",
    "Weighted Tallying Bandits",
    "The loss of an arm depends on how often a bandit algorithm played it. We bound its regret.",
    ["bandits"],
  ),
  paper(
    "crowds",
    "Continuous Crowd Behavior",
    "We generate trajectories of pedestrians in a crowd from the layout of a scene.",
    ["simulation"],
  ),
  paper(
    "navigation",
    "Social Navigation Among Pedestrians",
    "A robot learns to navigate among pedestrians and keeps its distance in a crowd.",
    ["simulation"],
  ),
  paper("alone", "Undersea Cable Tariffs", "Levies on seabed landing rights, 1870 to 1902."),
];
const related = (list: readonly PaperTexts[]): Record<string, RelatedPaper[]> =>
  relate(list, termVectors(list)).related;

describe("related papers", () => {
  it("are those that speak of the same, with the words they share as the paper writes them", () => {
    const found = related(papers);
    expect(found["last-switch"]?.[0]).toEqual({
      id: "tallying",
      phrases: ["bandits"],
    });
    expect(found["tallying"]?.[0]?.phrases[0]).toBe("bandit");
    expect(found["navigation"]?.[0]).toMatchObject({ id: "crowds" });
    expect(found["navigation"]?.[0]?.phrases).toContain("pedestrians");
  });

  it("are none where nothing is shared, and none by a topic alone", () => {
    expect(related(papers)["alone"]).toBeUndefined();
    const apart = [
      paper("a", "Kelp Forests", "Sea otters eat urchins.", ["ecology"]),
      paper("b", "Alpine Voles", "Burrows beneath snow.", ["ecology"]),
    ];
    expect(related(apart)).toEqual({});
    expect(related([])).toEqual({});
    expect(related(papers.slice(0, 1))).toEqual({});
  });

  it("are not made by words of the trade, however many", () => {
    const trade =
      "We propose a novel approach. Extensive experiments demonstrate that it outperforms.";
    const list = [paper("a", "Kelp", `Otters. ${trade}`), paper("b", "Voles", `Burrows. ${trade}`)];
    expect(related(list)).toEqual({});
  });

  it("are at most five, never the paper itself, each once, all with a reason", () => {
    const many = Array.from({ length: 12 }, (_, index) =>
      paper(`p${index}`, `Bandits ${"x".repeat(index + 2)}`, "Regret of contextual bandits."),
    );
    for (const [id, list] of Object.entries(related(many))) {
      const ids = list.map((one) => one.id);
      expect(ids).toHaveLength(5);
      expect(new Set(ids).size).toBe(5);
      expect(ids).not.toContain(id);
      for (const { phrases } of list) expect(phrases.length).toBeGreaterThan(0);
    }
  });

  it("do not depend on the order in which the papers come", () => {
    const wanted = related(papers);
    fc.assert(
      fc.property(fc.shuffledSubarray(papers, { minLength: papers.length }), (shuffled) => {
        expect(related(shuffled)).toEqual(wanted);
      }),
      { numRuns: 50 },
    );
  });

  it("can be found in any texts at all, and their phrases stand in the paper's own text", () => {
    const word = fc.constantFrom(
      "bandit",
      "Bandits",
      "regret",
      "$x_1$",
      "multi-armed",
      "LLMs",
      "the",
      ".",
      "Q-learning",
      "é",
      "\\$5",
      "[a](https://a.b)",
    );
    const text = fc.array(word, { maxLength: 12 }).map((words) => words.join(" "));
    const list = fc.array(fc.record({ title: text, abstract: text }), {
      minLength: 2,
      maxLength: 8,
    });
    fc.assert(
      fc.property(list, (texts) => {
        const made = texts.map(({ title, abstract }, index) => paper(`p${index}`, title, abstract));
        for (const [id, found] of Object.entries(related(made))) {
          const own = made.find((one) => one.id === id);
          const plain = plainWords(`${own?.title}\n${own?.abstract}`).toLowerCase();
          for (const { phrases } of found) {
            for (const phrase of phrases)
              expect(plain.replace(/\s+/g, " ")).toContain(phrase.toLowerCase());
          }
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe("the terms of a text", () => {
  it.each([
    ["Sampling samples sampled.", ["sampl", "sampl sampl", "sampl", "sampl sampl", "sampl"]],
    ["multi-armed bandits", ["multiarm", "multiarm bandit", "bandit"]],
    ["multiarmed bandit", ["multiarm", "multiarm bandit", "bandit"]],
    ["mode-collapse", ["mode", "mode collaps", "collaps"]],
    ["Q-learning, e.g. with 3 arms", ["q-learn", "arm"]],
    ["the mode of the collapse", ["mode", "collaps"]],
  ])("of %s are %j", (text, keys) => {
    expect(termKeys(text)).toEqual(keys);
  });

  it.each([
    ["a bound $O(\\sqrt{n})$ holds", "a bound   holds"],
    ["costs \\$5 or \\$6", "costs $5 or $6"],
    ["see [the code](https://github.com/a/b) and <https://c.d>", "see  the code  and  "],
    ["*strong* \\*plain\\* \\{x}", " strong  *plain* {x}"],
    ["$$\nx = \\$\n$$ after", "  after"],
  ])("are looked for without formulas and marks: %j", (markdown, words) => {
    expect(plainWords(markdown)).toBe(words);
  });
});
