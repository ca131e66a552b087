import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { madePages } from "../../scripts/bench/made-pages.ts";
import { measureStep } from "../../scripts/bench/measure-step.ts";
import { processorTimeOfChildren } from "../../scripts/bench/processor-time.ts";
import { documentsOf } from "../../scripts/bench/recorded.ts";
import { readRecorded } from "../../scripts/bench/recorded-results.ts";
import { type Benched, ratiosOf, worseRatios } from "../../scripts/bench/results.ts";
import { tablesOf } from "../../scripts/bench/tables.ts";

const root = join(import.meta.dirname, "../..");

describe("a step of a benchmark", () => {
  it("counts the processor time of a child of its process", async ({ skip }) => {
    skip(processorTimeOfChildren() === undefined, "this system has no /proc");
    const busy =
      "const end = process.cpuUsage().user + 4e5; while (process.cpuUsage().user < end);";
    const within = `require("node:child_process").execFileSync(process.execPath, ["-e", ${JSON.stringify(busy)}]);`;
    const step = await measureStep("busy", { cwd: root, parameters: ["-e", within] });
    expect(step.processor).toBeGreaterThan(0.35);
    expect(step.wall).toBeGreaterThan(0.35);
  });

  it("says what a command that failed has printed", async () => {
    const failing = "console.log('so far'); console.error('no further'); process.exit(3)";
    const step = measureStep("failing", { cwd: root, parameters: ["-e", failing] });
    await expect(step).rejects.toThrow(/exit code 3[\s\S]*so far[\s\S]*no further/);
  });
});

it("makes a day of papers that comes after those of an archive", () => {
  const sample = readFileSync(join(root, "scripts/bench/sample.txt"), "utf8");
  const pages = madePages(150, sample);
  const [more] = madePages(41, sample, 40, pages.length);
  expect(pages.map(({ name }) => name)).not.toContain(more?.name);
  expect(
    [more, ...pages]
      .map((page) => page?.name ?? "")
      .sort()
      .at(-1),
  ).toBe(more?.name);
});

const step = { together: 3e9, largest: 2e9 };
const archive = {
  name: "1000",
  papers: 1000,
  day: "2026-11-29",
  load: 0,
  steps: {
    ingest: { ...step, wall: 2, processor: 4 },
    build: { ...step, wall: 6, processor: 12 },
    unchanged: { ...step, wall: 1, processor: 0.8 },
    note: { ...step, wall: 2, processor: 3.2 },
    eleventy: { ...step, wall: 3, processor: 4 },
    eleventySearch: { ...step, wall: 1, processor: 2 },
  },
  stages: [{ stage: "pages", wall: 4, processor: 5 }],
  changed: { unchanged: 0, note: 3 },
  site: { pages: 1100, files: 2200, bytes: 30_000_000 },
  others: { eleventy: { pages: 1000, files: 1000, bytes: 10_000_000 } },
} satisfies Benched;

describe("the ratios of a benchmark", () => {
  it("are of the site over another one of the same papers, and of later builds over the first of entries and site", () => {
    expect(ratiosOf(archive)).toEqual([
      { name: "site over Eleventy and Pagefind", value: 2 },
      { name: "site over Eleventy and Pagefind, by the clock", value: 1.5 },
      { name: "nothing changed over first time", value: 0.05 },
      { name: "a note edited over first time", value: 0.2 },
    ]);
  });

  const withNote = (processor: number): Benched => ({
    ...archive,
    steps: { ...archive.steps, note: { ...step, wall: 2, processor } },
  });

  it.each([
    ["the same", 3.2, []],
    ["better", 1, []],
    ["worse by less than a fifth", 3.8, []],
    ["worse by more", 4, ["1000: a note edited over first time is 0.25, but was 0.20"]],
  ])("are compared with recorded ones: %s", (_, processor, worse) => {
    expect(worseRatios([withNote(processor)], [archive])).toEqual(worse);
  });

  it("are not compared with those of other archives", () => {
    expect(worseRatios([{ ...withNote(9), name: "2000" }], [archive])).toEqual([]);
  });
});

it("the tables of an archive have its steps, stages, sizes and ratios", () => {
  const text = tablesOf(archive);
  expect(text).toContain("| site, first time | 6.0 | 12.0 | 3,000 MB | 2,000 MB |  |");
  expect(text).toContain("| a note edited | 2.0 | 3.2 | 3,000 MB | 2,000 MB | 3 |");
  expect(text).toContain("| pages | 4.0 | 5.0 |");
  expect(text).toContain("2,200 files, 30 MB (30.0 kB and 2.20 files a paper)");
  expect(text).toContain("| site over Eleventy and Pagefind | 2.00 |");
});

it("the documentation shows the recorded results", () => {
  const recorded = readRecorded();
  expect(recorded).toBeDefined();
  if (!recorded) return;
  for (const [path, text] of Object.entries(documentsOf(root, recorded)))
    expect(readFileSync(join(root, path), "utf8")).toBe(text);
});

it("what is compared is installed by exact versions, from whichever registry npm uses", () => {
  const read = (name: string) => readFileSync(join(root, "scripts/bench/others", name), "utf8");
  const { dependencies } = JSON.parse(read("package.json"));
  for (const version of Object.values(dependencies)) expect(version).toMatch(/^\d+\.\d+\.\d+$/);
  expect(read("package-lock.json")).not.toContain('"resolved"');
});
