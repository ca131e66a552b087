import fc from "fast-check";
import { expect, it } from "vitest";
import { chanceFrom } from "../../scripts/reliability/chance.ts";
import { nearestPapers } from "../../src/archive/related/nearest-papers.ts";
import { type Relations, relate } from "../../src/archive/related/relate.ts";
import { listOf } from "../../src/archive/related/top-lists.ts";
import { countTerms } from "../../src/archive/terms/count-terms.ts";
import type { PaperTexts } from "../../src/archive/terms/paper-texts.ts";
import { precision, weighTerms } from "../../src/archive/terms/term-vectors.ts";

const words =
  "bandit regret arm reward robot gripper terrain torque diffusion latent denoising image graph node edge spectral proof lemma theorem axiom speech phoneme vowel accent".split(
    " ",
  );

/** Papers of some words each, by chance. */
function madePapers(count: number, seed: number): PaperTexts[] {
  const chance = chanceFrom(seed);
  const some = (most: number) => Array.from({ length: most }, () => chance.of(words)).join(" ");
  return Array.from({ length: count }, (_, index) => ({
    id: `p${index}`,
    title: some(4),
    abstract: `${some(12)}. ${some(6)}.`,
    topics: [],
  }));
}

const base = madePapers(260, 1);
const others = madePapers(400, 2).map((paper) => ({ ...paper, id: `q${paper.id}` }));
// A change of the other papers changes no weights, so most lists are kept.
const baseIds = new Set(base.slice(0, 180).map(({ id }) => id));

/** As builds weigh papers: by those of the base, whatever else the archive has. */
const relateAll = (papers: readonly PaperTexts[], former?: Relations) =>
  relate(papers, weighTerms(countTerms(papers), baseIds, 20), former);

const change = fc.record({
  // Seldom one of the base.
  at: fc.integer({ min: 176, max: base.length - 1 }),
  kind: fc.constantFrom("removed", "other words", "other case", "added"),
});

it("relations made from former ones after any changes are those that are made anew", () => {
  const first = relateAll(base);
  expect(Object.keys(first.related).length).toBeGreaterThan(200);
  fc.assert(
    fc.property(fc.array(fc.array(change, { maxLength: 12 }), { maxLength: 4 }), (rounds) => {
      let papers = [...base];
      let former = first;
      for (const changes of rounds) {
        for (const { at, kind } of changes) {
          const { id = "", title = "" } = papers[at % papers.length] ?? {};
          const other = others[at] ?? { title: "", abstract: "", topics: [] };
          const rest = papers.filter((paper) => paper.id !== id);
          if (kind === "removed") papers = rest;
          if (kind === "other words") papers = [...rest, { ...other, id }];
          if (kind === "other case") {
            papers = papers.map((paper) =>
              paper.id === id ? { ...paper, title: title.toUpperCase() } : paper,
            );
          }
          if (kind === "added" && others[at]) {
            papers = [...papers.filter((paper) => paper.id !== others[at]?.id), others[at]];
          }
        }
        const anew = relateAll(papers);
        former = relateAll(papers, former);
        expect(former.related).toEqual(anew.related);
        expect(former.lists).toEqual(anew.lists);
      }
    }),
    { numRuns: 15 },
  );
});

it("few lists are made again after a paper has changed", () => {
  const weigh = (papers: readonly PaperTexts[]) => weighTerms(countTerms(papers), baseIds, 20);
  const changed = base.map((paper, at) => (at === 200 ? { ...paper, title: "An axiom" } : paper));
  const { isKept } = nearestPapers(weigh(changed), nearestPapers(weigh(base)));
  const renewed = base.filter((_, paper) => !isKept(paper)).length;
  expect(renewed).toBeGreaterThan(0);
  expect(renewed).toBeLessThan(base.length - 20);
});

it("the nearest papers are those with the highest cosines, of equal ones the first by id", () => {
  const twins = base.slice(0, 120).flatMap((paper) => [paper, { ...paper, id: `${paper.id}-b` }]);
  const papers = [...twins, { ...twins[0], id: "none", title: "", abstract: "", topics: [] }];
  const vectors = weighTerms(countTerms(papers), new Set(papers.map(({ id }) => id)));
  const { lists } = nearestPapers(vectors);
  const rows = vectors.ids.map((_, paper) => {
    const [start, end] = [vectors.starts[paper] ?? 0, vectors.starts[paper + 1] ?? 0];
    const weights = vectors.weights.subarray(start, end);
    return new Map(
      Array.from(vectors.terms.subarray(start, end), (term, at) => [term, weights[at]]),
    );
  });
  const cosine = (one: number, other: number) =>
    [...(rows[one] ?? [])].reduce(
      (sum, [term, weight = 0]) => sum + weight * (rows[other]?.get(term) ?? 0),
      0,
    );
  const wanted = rows.map((_, paper) =>
    rows
      .map((__, other) => ({ other, score: other === paper ? 0 : cosine(paper, other) }))
      .filter(({ score }) => score >= 0.1)
      .sort((a, b) => b.score - a.score || a.other - b.other)
      .slice(0, 5)
      .map(({ other }) => other),
  );
  expect(wanted.filter((list) => list.length === 5).length).toBeGreaterThan(200);
  expect(rows.map((_, paper) => listOf(lists, paper))).toEqual(wanted);
});

it("the papers nearest to one of a large archive are those with the highest scores, although common terms come last", () => {
  const chance = chanceFrom(3);
  const count = 17_000;
  const frequent = Array.from({ length: 5 }, (_, term) => term);
  const rows = Array.from({ length: count }, () => {
    const rare = Array.from({ length: 6 }, () => 5 + chance.below(900));
    return [...new Set([...frequent.filter(() => chance.below(3) > 0), ...rare])];
  });
  const starts = [0];
  for (const row of rows) starts.push((starts.at(-1) ?? 0) + row.length);
  const terms = rows.flat();
  const vectors = {
    ids: rows.map((_, paper) => String(paper).padStart(5, "0")),
    keys: Array.from({ length: 905 }, (_, term) => `term${term}`),
    starts: Uint32Array.from(starts),
    terms: Uint32Array.from(terms),
    weights: Float32Array.from(terms, (term) => (term < 5 ? 2500 : 5500) / precision),
  };
  const { lists } = nearestPapers(vectors);
  for (let paper = 0; paper < count; paper += 700) {
    const own = new Set(rows[paper]);
    const scored = rows.map((row, other) => {
      const shared = row.filter((term) => own.has(term));
      const score = shared.reduce((sum, term) => sum + (term < 5 ? 2500 : 5500) ** 2, 0);
      return { other, score: other === paper || score < 0.1 * precision ** 2 ? 0 : score };
    });
    const best = scored
      .filter(({ score }) => score > 0)
      .sort((a, b) => b.score - a.score || a.other - b.other);
    expect(listOf(lists, paper)).toEqual(best.slice(0, 5).map(({ other }) => other));
  }
});
