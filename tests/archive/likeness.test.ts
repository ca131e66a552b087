import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  likenessPart,
  likenessPath,
  likenessTerms,
  paperCode,
  partOfCode,
} from "../../src/archive/likeness/likeness-data.ts";
import { type LikenessPaper, likenessFiles } from "../../src/archive/likeness/likeness-files.ts";
import { likenessTo } from "../../src/archive/likeness/rank-likeness.ts";
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
const file = (part: number | "terms") =>
  JSON.parse(made.files[likenessPath(made.root.version, part)] ?? "");
const dictionary = likenessTerms.parse(file("terms"));

function termsOf(id: string) {
  const code = paperCode(id);
  const { papers: all, former } = likenessPart.parse(file(partOfCode(code, made.root.parts)));
  return { id: former[code] ?? code, terms: all[former[code] ?? code] ?? [] };
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
    const words = ["policy", "reward", "sparse", "sparse rewards"];
    const all = words.map((_, term) => term);
    const weights = [1, 0.9, 0.8, 0.7];
    const found = likenessTo([{ id: "saved", terms: all }], { topics: [], words, weights });
    expect(found({ id: "shown", terms: all }).terms()).toEqual(["policy", "sparse rewards"]);
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

  it("have another folder if a term has changed", () => {
    const changed = papers.with(0, paper("few-steps", "Bandits", "Bandits and birds."));
    const { root } = likenessFiles(changed, termVectors(changed), nameOf);
    expect(root.version).not.toBe(made.root.version);
  });

  it("say nothing of an archive without papers", () => {
    const { root, files } = likenessFiles([], termVectors([]), nameOf);
    expect(root.parts).toBe(1);
    expect(files[likenessPath(root.version, 0)]).toBe('{"papers":{},"former":{}}');
  });
});
