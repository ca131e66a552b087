import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  likenessPart,
  likenessPath,
  likenessTerms,
  likenessWords,
  paperCode,
  partOfCode,
  termsOfPaper,
} from "../../src/archive/likeness/likeness-data.ts";
import { type LikenessPaper, likenessFiles } from "../../src/archive/likeness/likeness-files.ts";
import { likenessTo } from "../../src/archive/likeness/rank-likeness.ts";
import { termCodes, termsOfCodes } from "../../src/archive/likeness/term-codes.ts";
import { termSlots } from "../../src/archive/likeness/term-slots.ts";
import { termVectors } from "../../src/archive/terms/term-vectors.ts";

const paper = (id: string, title: string, abstract: string, topic = "", aliases: string[] = []) =>
  ({
    id,
    title,
    abstract,
    topics: topic === "" ? [] : [{ id: topic, score: 1 }],
    aliases,
  }) satisfies LikenessPaper;

const papers: LikenessPaper[] = [
  paper("few-steps", "Distilling Diffusion Models", "We distil diffusion models into few steps."),
  paper("one-step", "One Step", "Consistency distillation of diffusion models needs one step."),
  paper("images", "Images of Birds", "Diffusion models draw birds.", "image-generation"),
  paper("nests", "Nests", "The birds of a wetland build nests.", "biology", ["nests-and-birds"]),
  paper("arms", "Many Arms", "Bandits with many arms pay regret.", "bandits"),
  paper("regret", "Regret", "The regret of contextual bandits is small.", "bandits"),
  paper("prices", "Prices", "We set prices for taxis.", "bandits"),
];

const nameOf = (id: string) => `Topic of ${id}`;
const made = likenessFiles(papers, termVectors(papers), nameOf);
const file = (kind: "papers" | "words", name = "") =>
  JSON.parse(made.files[likenessPath(kind, name)] ?? "");
const { root } = made;
const words = root.words.map((name) => likenessWords.parse(file("words", name)));
const dictionary = likenessTerms(root, words);

function termsOf(id: string) {
  const code = paperCode(id);
  const name = root.papers[partOfCode(code, root.papers.length)];
  const { papers: all, former } = likenessPart.parse(file("papers", name));
  const current = former[code] ?? code;
  return { id: current, ...termsOfPaper(all[current] ?? "", root) };
}

function likeness(saved: readonly string[], id: string) {
  const { score, terms } = likenessTo(saved.map(termsOf), dictionary)(termsOf(id));
  return { score, terms: terms() };
}

describe("likeness to saved papers", () => {
  const someIds = fc.uniqueArray(fc.constantFrom(...papers.map(({ id }) => id)));
  const oneId = fc.constantFrom(...papers.map(({ id }) => id));

  it("does not depend on the order in which they were saved", () => {
    const twoOrders = someIds.chain((ids) =>
      fc.tuple(
        fc.constant(ids),
        fc.shuffledSubarray(ids, { minLength: ids.length, maxLength: ids.length }),
      ),
    );
    fc.assert(
      fc.property(twoOrders, oneId, ([ids, shuffled], id) => {
        expect(likeness(shuffled, id)).toEqual(likeness(ids, id));
      }),
    );
  });

  it("is never lower after one more is saved, and higher if it shares a term", () => {
    fc.assert(
      fc.property(someIds, oneId, oneId, (ids, more, id) => {
        const before = likeness(ids, id).score;
        const after = likeness([...ids.filter((one) => one !== more), more], id).score;
        expect(after).toBeGreaterThanOrEqual(before - 1e-12);
      }),
    );
    expect(likeness(["images", "one-step"], "few-steps").score).toBeGreaterThan(
      likeness(["images"], "few-steps").score,
    );
  });

  it("leaves a saved paper itself out", () => {
    expect(likeness(["arms"], "arms")).toEqual({ score: 0, terms: [] });
    expect(likeness(["arms", "regret"], "arms")).toEqual(likeness(["regret"], "arms"));
  });

  it("is 0 for papers that share no term", () => {
    expect(likeness(["arms", "regret"], "images")).toEqual({ score: 0, terms: [] });
    expect(likeness([], "images").score).toBe(0);
  });

  it("says why in words as texts write them, none of which has another in it", () => {
    expect(likeness(["few-steps"], "images").terms).toEqual(["diffusion models"]);
    const { terms } = likeness(["arms"], "regret");
    expect(terms.toSorted()).toEqual(["bandits", "regret"]);
  });

  it("says a longer term in place of all that it has in it", () => {
    const names = ["policy", "reward", "sparse", "sparse rewards"];
    const all = names.map((_, term) => term);
    const terms = { topics: [], words: new Map(names.entries()), weights: [1, 0.9, 0.8, 0.7] };
    const found = likenessTo([{ id: "saved", words: all, topics: [] }], terms);
    expect(found({ id: "shown", words: all, topics: [] }).terms()).toEqual([
      "policy",
      "sparse rewards",
    ]);
  });

  it("says the topic if no word is shared", () => {
    expect(likeness(["arms"], "prices").terms).toEqual(["Topic of bandits"]);
  });

  it("puts a reader’s own subject first", () => {
    const saved = ["few-steps", "images"];
    const rest = papers.map(({ id }) => id).filter((id) => !saved.includes(id));
    const best = rest.toSorted((a, b) => likeness(saved, b).score - likeness(saved, a).score);
    expect(best[0]).toBe("one-step");
  });

  it("knows a saved paper by its former id", () => {
    expect(likeness(["nests-and-birds"], "images")).toEqual(likeness(["nests"], "images"));
    expect(likeness(["nests-and-birds"], "nests").score).toBe(0);
  });
});

describe("the files of likeness", () => {
  it("have the same bytes whatever the order of the papers", () => {
    const reversed = papers.toReversed();
    expect(likenessFiles(reversed, termVectors(reversed), nameOf)).toEqual(made);
  });

  it("have other names exactly if their content is another", () => {
    const changed = papers.with(0, paper("few-steps", "Bandits", "Bandits and birds."));
    const others = likenessFiles(changed, termVectors(changed), nameOf).files;
    expect(Object.keys(others)).not.toEqual(Object.keys(made.files));
    for (const [path, text] of Object.entries(others)) {
      expect(made.files[path] ?? text).toBe(text);
    }
  });

  it("say nothing of an archive without papers", () => {
    const none = likenessFiles([], termVectors([]), nameOf);
    const [name = ""] = none.root.papers;
    expect(none.root.papers).toHaveLength(1);
    expect(none.files[likenessPath("papers", name)]).toBe('{"papers":{},"former":{}}');
  });
});

describe("the numbers of terms", () => {
  const terms = fc.uniqueArray(fc.string(), { maxLength: 60 });

  it("are different, can be written, and do not depend on the order", () => {
    fc.assert(
      fc.property(terms, (all) => {
        const { size, slots } = termSlots(all);
        expect(new Set(slots.values()).size).toBe(all.length);
        const numbers = all.map((term) => slots.get(term) ?? -1);
        expect(termsOfCodes(termCodes(numbers, size), size)).toEqual(numbers);
        expect(termSlots(all.toReversed()).slots).toEqual(slots);
      }),
    );
  });

  it("stay nearly all as they are when another term comes", () => {
    const many = Array.from({ length: 20_000 }, (_, at) => `term ${at}`);
    const { slots } = termSlots(many);
    const moved = [...termSlots([...many, "another term"]).slots].filter(
      ([term, slot]) => slots.has(term) && slots.get(term) !== slot,
    );
    expect(moved.length).toBeLessThan(5);
  });

  it.each([1, 2, 63, 64, 65, 4096, 2 ** 18, 2 ** 20])(
    "below %i have as few characters as can be",
    (size) => {
      const some = [0, Math.floor(size / 3), size - 1];
      const written = termCodes(some, size);
      expect(termsOfCodes(written, size)).toEqual(some);
      expect(written.length / 3).toBe(Math.max(1, Math.ceil(Math.log2(size) / 6)));
    },
  );
});
