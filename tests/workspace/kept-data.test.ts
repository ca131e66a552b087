import { describe, expect, it } from "vitest";
import { dimensions, toUnit } from "../../src/search/index/packed-vectors.ts";
import { groupPapers } from "../../src/search/index/paper-vectors.ts";
import { centresIn } from "../../src/workspace/index-cache/kept-data.ts";
import { KeptFiles } from "../../src/workspace/index-cache/kept-files.ts";

/** Directions of papers on five subjects, the same for the same seed. */
function papersOf(seed: number): Float32Array[] {
  return Array.from({ length: 200 }, (_, paper) => {
    const vector = new Float32Array(dimensions).map((__, at) => Math.sin(seed + at * (paper % 5)));
    vector[paper % dimensions] = 1;
    toUnit(vector);
    return vector;
  });
}

describe("centres of groups that are kept", () => {
  it("make the same groups, and are found once for the same papers", () => {
    const keep = centresIn(new KeptFiles());
    let found = 0;
    const grouped = (seed: number) =>
      groupPapers(papersOf(seed), (vectors, make) =>
        keep(vectors, () => {
          found += 1;
          return make();
        }),
      );
    for (const seed of [1, 1, 2, 1]) expect(grouped(seed)).toEqual(groupPapers(papersOf(seed)));
    expect(found).toBe(2);
  });
});
