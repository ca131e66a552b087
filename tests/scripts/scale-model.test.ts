import { describe, expect, it } from "vitest";
import type { Benched } from "../../scripts/bench/results.ts";
import { papersAt, scaleModel } from "../../scripts/bench/scale-model.ts";
import { scaleSection } from "../../scripts/bench/scale-section.ts";

/** An archive whose comparing takes the square of its papers, and whose pages take less than their proportion. */
function archive(papers: number, name = String(papers)): Benched {
  const times = papers / 1000;
  const stages = [
    { stage: "ingest: read", processor: 1 * times ** 2 },
    { stage: "bundles", processor: 3 * times },
    { stage: "start", processor: 2 * times },
    { stage: "pages", processor: 10 * times ** 0.5 },
    { stage: "search", processor: 2 * times },
    { stage: "offprint:offline-files", processor: 4 * times },
  ];
  return {
    name,
    papers,
    day: "2026-11-29",
    load: 0,
    steps: { build: { wall: 1, processor: 1, together: 1e9 + papers * 1e5, largest: 1e9 } },
    stages: stages.map((stage) => ({ ...stage, wall: 1 })),
    changed: {},
    site: {
      pages: papers,
      files: papers * (name.includes("real") ? 3 : 2),
      bytes: papers * 30_000,
    },
    reader: { map: papers * 20, search: papers * 10, offline: papers * 5000 },
    others: {},
  };
}

describe("what a larger archive is expected to take", () => {
  const model = scaleModel([archive(1000), archive(4000)]);

  it("grows as its parts did, and at least in proportion", () => {
    // 10,000 s of reading, 500 s of starting, and of pages 20 s for 4,000 papers and 16 s for their packs, in proportion to
    // the papers; 200 s of search.
    expect(model?.seconds(100_000, 1)).toBeCloseTo(10_000 + 500 + 900 + 200, 0);
  });

  it("is shared by machines but for what one does and what each does", () => {
    expect(model?.seconds(100_000, 10)).toBeCloseTo(10_000 + 2 * 500 + 90 + 200, 0);
    expect(model?.secondsInAll(100_000, 10)).toBeCloseTo(10_000 + 11 * 500 + 900 + 200, 0);
  });

  it("is unknown before two archives were measured", () => {
    expect(scaleModel([archive(1000)])).toBeUndefined();
  });

  it("has the files of real papers, if some were measured", () => {
    const known = [archive(1000), archive(4000), archive(3000, "real.jsonl")];
    expect(scaleModel(known)?.files(10_000)).toBe(30_000);
  });
});

it("the papers at a limit are those that reach it", () => {
  expect(papersAt(20_000, (papers) => papers * 2)).toBeCloseTo(10_000, 0);
});

it("the page names the limits in the order in which they are reached", () => {
  const machine = { processor: "", cores: 2, memory: 16e9, system: "", node: "", versions: {} };
  const text = scaleSection({ machine, archives: [archive(1000), archive(4000)] });
  expect(text).toContain("measurements of 1,000 and 4,000 made papers");
  expect(text).toMatch(
    /Cloudflare Pages, free: 20,000 files \| 10,000 \|\n\| GitHub Pages: 1 GB \| 33,000 \|[\s\S]*1 MB for a reader's map \| 50,000 \|/,
  );
});
