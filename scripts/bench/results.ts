import { z } from "zod";
import { stageTime } from "../../src/workspace/stage-times.ts";
import { type Measured, measured } from "./measure-step.ts";

/** The commands that a benchmark measures, in the order of its tables. */
export const steps = {
  compile: "code compiled when packages are installed",
  ingest: "entries, first time",
  build: "site, first time",
  ingestAgain: "entries, nothing changed",
  unchanged: "nothing changed",
  note: "a note edited",
  paper: "a paper corrected",
  day: "a day of 40 papers added",
  eleventy: "Eleventy",
  eleventySearch: "Pagefind over its site",
  bare: "a bare script",
  bareSearch: "Pagefind over its site",
} as const;
/** A command that a benchmark measures. */
export type StepKey = keyof typeof steps;

const stepKey = z.enum([
  "compile",
  "ingest",
  "build",
  "ingestAgain",
  "unchanged",
  "note",
  "paper",
  "day",
  "eleventy",
  "eleventySearch",
  "bare",
  "bareSearch",
] satisfies StepKey[]);

/** How large a site is. */
export const siteSize = z.object({ pages: z.number(), files: z.number(), bytes: z.number() });
/** How large a site is. */
export type SiteSize = z.infer<typeof siteSize>;

/** What a reader's browser loads of a site, in compressed bytes: the map, what every search needs, and all of it for reading offline. */
export const readersLoad = z.object({ map: z.number(), search: z.number(), offline: z.number() });

/** An archive that was built in partitions. */
export const builtInParts = z.object({
  prepare: measured,
  partitions: z.array(measured.extend({ name: z.string(), pages: z.number() })),
  join: measured,
});
/** An archive that was built in partitions. */
export type BuiltInParts = z.infer<typeof builtInParts>;

/** What a benchmark of one archive found. */
export const benched = z.object({
  /** By what its records are known: a number of made papers, or the name of a file. */
  name: z.string(),
  papers: z.number(),
  /** The day, and how many processes wanted a processor when it began. */
  day: z.string(),
  load: z.number(),
  steps: z.partialRecord(stepKey, measured),
  /** The parts of the first time, of both processes. */
  stages: z.array(stageTime),
  /** How many files of the site were others after a step. */
  changed: z.partialRecord(stepKey, z.number()),
  site: siteSize,
  reader: readersLoad.optional(),
  parts: builtInParts.optional(),
  /** The sites of the others. */
  others: z.partialRecord(stepKey, siteSize),
});
/** What a benchmark of one archive found. */
export type Benched = z.infer<typeof benched>;

/** The machine of a benchmark, and the versions of what it compared. */
export const machine = z.object({
  processor: z.string(),
  cores: z.number(),
  memory: z.number(),
  system: z.string(),
  node: z.string(),
  versions: z.record(z.string(), z.string()),
});
/** The machine of a benchmark, and the versions of what it compared. */
export type Machine = z.infer<typeof machine>;

/** What is kept of benchmarks, to compare later ones with. */
export const recordedResults = z.object({ machine, archives: z.array(benched) });
/** What is kept of benchmarks, to compare later ones with. */
export type RecordedResults = z.infer<typeof recordedResults>;

/** A ratio that a benchmark is judged by: lower is better. */
export interface Ratio {
  name: string;
  value: number;
}

/** The ratios of one archive, of processor time where nothing else is said; those that were measured. */
export function ratiosOf({ steps: found }: Pick<Benched, "steps">): Ratio[] {
  const processor = (...keys: StepKey[]) => total(keys, found, "processor");
  const wall = (...keys: StepKey[]) => total(keys, found, "wall");
  const whole = found.ingest ? processor("ingest", "build") : processor("build");
  const all: [string, number | undefined, number | undefined][] = [
    [
      "site over Eleventy and Pagefind",
      processor("build"),
      processor("eleventy", "eleventySearch"),
    ],
    ["the same, by the clock", wall("build"), wall("eleventy", "eleventySearch")],
    ["site over a bare script and Pagefind", processor("build"), processor("bare", "bareSearch")],
    ["the same, by the clock", wall("build"), wall("bare", "bareSearch")],
    ["entries unchanged over first time", processor("ingestAgain"), processor("ingest")],
    ["nothing changed over first time", processor("unchanged"), whole],
    ["a note edited over first time", processor("note"), whole],
    ["a paper corrected over first time", processor("paper"), whole],
    ["a day added over first time", processor("day"), whole],
  ];
  return all.flatMap(([name, value, of], index) =>
    value === undefined || of === undefined || of === 0
      ? []
      : [
          {
            name: name.startsWith("the same") ? `${all[index - 1]?.[0]}, by the clock` : name,
            value: value / of,
          },
        ],
  );
}

function total(
  keys: readonly StepKey[],
  found: Benched["steps"],
  what: keyof Measured,
): number | undefined {
  const values = keys.map((key) => found[key]?.[what]);
  return values.every((value) => value !== undefined)
    ? values.reduce((sum, value) => sum + value, 0)
    : undefined;
}

/** How much worse than the recorded one a ratio may be, since no two runs are the same. */
const tolerance = 1.2;

/** And by how much at least: a twentieth of a second of two is within what a machine's other work changes. */
const smallest = 0.02;

/** The ratios that are worse than the recorded ones by more than a fifth, in words. */
export function worseRatios(found: readonly Benched[], known: readonly Benched[]): string[] {
  return found.flatMap((archive) => {
    const before = known.find(({ name }) => name === archive.name);
    const recorded = new Map(
      before ? ratiosOf(before).map(({ name, value }) => [name, value]) : [],
    );
    return ratiosOf(archive).flatMap(({ name, value }) => {
      const was = recorded.get(name);
      if (was === undefined || value <= was * tolerance || value - was <= smallest) return [];
      return [`${archive.name}: ${name} is ${value.toFixed(2)}, but was ${was.toFixed(2)}`];
    });
  });
}
