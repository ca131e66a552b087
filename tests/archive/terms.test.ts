import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chanceFrom } from "../../scripts/reliability/chance.ts";
import { type CountedTerms, countTerms } from "../../src/archive/terms/count-terms.ts";
import type { PaperTexts } from "../../src/archive/terms/paper-texts.ts";
import { termVectors } from "../../src/archive/terms/term-vectors.ts";

const words = "bandit regret arm robot gripper torque diffusion latent denoising spectral".split(
  " ",
);

function madePapers(count: number, seed: number, first = 0): PaperTexts[] {
  const chance = chanceFrom(seed);
  const some = (most: number) =>
    Array.from({ length: most }, () => `${chance.of(words)}${chance.below(12)}`).join(" ");
  return Array.from({ length: count }, (_, at) => ({
    id: `p${first + at}`,
    title: some(3),
    abstract: some(20),
    topics: [{ id: chance.of(["ai", "maths"]), score: 0.5 }],
    since: String(first + at).padStart(9, "0"),
  }));
}

/** The terms of each paper in words, with how strongly they are present. */
function rowsOf({ ids, keys, starts, terms, presence }: CountedTerms) {
  return ids.map((id, paper) => {
    const row = [];
    for (let at = starts[paper] ?? 0; at < (starts[paper + 1] ?? 0); at++) {
      row.push([keys[terms[at] ?? 0], presence[at]]);
    }
    return [id, row];
  });
}

describe("terms that are counted from former ones", () => {
  const edit = fc.record({
    at: fc.nat({ max: 39 }),
    kind: fc.constantFrom("removed", "other texts", "other topics", "added"),
  });

  it("are those that are counted anew, after any edits", () => {
    const others = madePapers(40, 2);
    fc.assert(
      fc.property(fc.array(fc.array(edit, { maxLength: 30 }), { maxLength: 5 }), (rounds) => {
        let papers = madePapers(40, 1);
        let counted = countTerms(papers);
        for (const edits of rounds) {
          for (const { at, kind } of edits) {
            const rest = papers.filter(({ id }) => id !== `p${at}`);
            const [paper, other] = [papers.find(({ id }) => id === `p${at}`), others[at]];
            if (!other) continue;
            if (kind === "removed") papers = rest;
            if (kind === "other texts") papers = [...rest, other];
            if (kind === "other topics" && paper) papers = [...rest, { ...paper, topics: [] }];
            if (kind === "added") papers = [...papers, { ...other, id: `new${papers.length}` }];
          }
          counted = countTerms(papers, counted);
          const anew = countTerms(papers);
          expect(rowsOf(counted)).toEqual(rowsOf(anew));
          expect(counted.texts).toEqual(anew.texts);
        }
      }),
      { numRuns: 30 },
    );
  });

  it("keep their numbers, and forget terms that hardly any paper has any more", () => {
    const papers = madePapers(40, 1);
    const counted = countTerms(papers);
    const [first, ...rest] = papers;
    const changed = countTerms(
      [...rest, { ...first, id: "p0", title: "Quokka", abstract: "", topics: [] }],
      counted,
    );
    expect(changed.keys.slice(0, counted.keys.length)).toEqual(counted.keys);
    const padded = { ...counted, keys: [...counted.keys, ...counted.keys.map((key) => `${key}x`)] };
    expect(
      countTerms(rest, { ...padded, keys: [...padded.keys, "one more"] }).keys.length,
    ).toBeLessThanOrEqual(counted.keys.length);
  });
});

it("papers that come after the others change no row of theirs, until there is a tenth more", () => {
  const papers = madePapers(300, 1);
  const rows = (all: readonly PaperTexts[]) => {
    const { ids, keys, starts, terms, weights } = termVectors(all);
    return ids.flatMap((id, paper) => {
      const places = Array.from(terms.subarray(starts[paper], starts[paper + 1]), (term, at) => [
        keys[term],
        weights[(starts[paper] ?? 0) + at],
      ]);
      return Number(id.slice(1)) < 300 ? [[id, places]] : [];
    });
  };
  const before = rows(papers);
  const more = madePapers(40, 5, 300);
  expect(rows([...papers, ...more.slice(0, 3)])).toEqual(before);
  expect(rows([...papers, ...more])).not.toEqual(before);
});
