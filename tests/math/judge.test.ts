import { describe, expect, it } from "vitest";
import { controlTitles } from "../../scripts/math/records.ts";
import { boost } from "../../scripts/research/boosting.ts";
import { restore } from "../../src/math/restore/index.ts";
import { packTrees, shareOf, unpackTrees } from "../../src/math/restore/trees.ts";

const options = { trees: 20, depth: 2, rate: 0.3, sample: 1, caution: 1 };
/** True if exactly one of two features is large, which no single question can decide. */
const lessons = Array.from({ length: 400 }, (_, index) => {
  const features = [index % 7, (index * 5) % 11];
  return { features, isTrue: index % 7 > 3 !== (index * 5) % 11 > 5, weight: 1 };
});

describe("trees", () => {
  it("learn what only two questions together decide", () => {
    const trees = boost(lessons, options);
    const right = lessons.filter(
      ({ features, isTrue }) => shareOf(trees, features) > 0.5 === isTrue,
    );
    expect(right.length / lessons.length).toBeGreaterThan(0.95);
  });

  it("are the same after each training, and after reading from their file", () => {
    const trees = boost(lessons, { ...options, sample: 0.5 });
    expect(boost(lessons, { ...options, sample: 0.5 })).toEqual(trees);
    expect(unpackTrees(JSON.parse(JSON.stringify(packTrees(trees))))).toEqual(trees);
  });

  it("follow the heavier of contradicting lessons", () => {
    const share = (weight: number): number =>
      shareOf(
        boost(
          [
            { features: [1], isTrue: true, weight },
            { features: [1], isTrue: false, weight: 10 },
            { features: [0], isTrue: false, weight: 10 },
          ],
          options,
        ),
        [1],
      );
    expect(share(40)).toBeGreaterThan(share(1));
  });
});

const theory =
  "We prove a theorem on the convergence of the estimator, with a regret bounded by O(sqrt(T)log T) for all T geq 1.";
const latexOf = (text: string): string[] => restore(text).spans.map(({ latex }) => latex);

describe("formulas seen from the whole text", () => {
  it.each([
    [
      "a bracket with what closes it",
      "With bounded context, Oleft( l log V{varepsilon^2} log 1{delta} right) suffice.",
      "O\\left( l \\log V{\\varepsilon^2} \\log 1{\\delta} \\right)",
    ],
    ["a number between two symbols", "The model is sim5times faster on average.", "\\sim5\\times"],
  ])("joins %s", (_, text, latex) => {
    expect(latexOf(text)).toContain(latex);
  });

  it.each([
    ["a name with underscores", `${theory} Set max_new_tokens and train_data first.`],
    ["a number that is marked up", `${theory} It reaches a score of \\emph{1.46} there.`],
    ["symbols without a letter", `${theory} It runs 24/7 and - of course - on (3) machines.`],
  ])("leaves %s alone beside formulas", (_, text) => {
    const formulas = restore(text).spans;
    expect(formulas.length).toBeGreaterThan(0);
    expect(formulas.every(({ start }) => start < theory.length)).toBe(true);
  });
});

describe("controlTitles", () => {
  const record = {
    id: "1",
    original: "",
    degraded: "",
    kind: "plain",
    area: "",
    era: "",
    set: "real_controls",
  };
  it("uses titles of texts without formulas, but none with LaTeX", () => {
    const titles = controlTitles([
      { ...record, title: "Plain words" },
      { ...record, title: "From $f(x)$" },
      { ...record, title: "" },
      { ...record, title: "Formulas follow", set: "real_pairs" },
    ]);
    expect(titles.map(({ set, degraded }) => [set, degraded])).toEqual([
      ["real_titles_without", "Plain words"],
    ]);
  });
});
