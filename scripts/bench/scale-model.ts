import { type MeasuredBuild, memoryNeeded } from "../../src/workspace/memory-need.ts";
import type { Benched } from "./results.ts";

/** What a site of an archive is expected to take, from what smaller ones took. */
export interface ScaleModel {
  /** The numbers of papers that were measured. */
  of: number[];
  /** Seconds of processor time on the busiest machine, if so many machines share the work. */
  seconds: (papers: number, machines: number) => number;
  /** Seconds of processor time of all machines together. */
  secondsInAll: (papers: number, machines: number) => number;
  memory: (papers: number) => MeasuredBuild | undefined;
  bytes: (papers: number) => number;
  files: (papers: number) => number;
  /** Compressed bytes that a browser loads for the map, and before each first search. */
  map: (papers: number) => number;
  search: (papers: number) => number;
}

type Part = "prepare" | "start" | "pages" | "join";

/** Which step of a build in partitions each stage of a build belongs to. */
function partOf(stage: string): Part {
  if (stage.startsWith("ingest:") || ["related", "map", "likeness"].includes(stage))
    return "prepare";
  if (stage === "start" || stage === "bundles") return "start";
  // Packs for reading offline are those of a partition, but for a few.
  return ["pages", "offprint:offline-files"].includes(stage) ? "pages" : "join";
}

/**
 * Takes the two largest archives of made papers that were measured, and goes on as they grow: each part of the work by
 * the power of its own growth from one to the other, but never by less than in proportion. Undefined if there are
 * not two. How large a site is comes from real papers, where some were measured.
 */
export function scaleModel(archives: readonly Benched[]): ScaleModel | undefined {
  const made = archives.filter(({ name }) => /^\d+$/.test(name));
  const [less, more] = made.toSorted((a, b) => a.papers - b.papers).slice(-2);
  if (!less || !more) return undefined;
  const real = archives.findLast(({ name }) => !/^(?:\d+|sample)$/.test(name)) ?? more;
  const cost = (part: Part, papers: number) => {
    const of = ({ stages }: Benched) =>
      stages.reduce((sum, one) => sum + (partOf(one.stage) === part ? one.processor : 0), 0);
    const growth = Math.log(of(more) / of(less)) / Math.log(more.papers / less.papers);
    return of(more) * (papers / more.papers) ** Math.min(2, Math.max(1, growth));
  };
  const builds = archives.flatMap(({ papers, steps: { build } }) =>
    build?.together === undefined || build.largest === undefined
      ? []
      : [{ papers, together: build.together, largest: build.largest }],
  );
  const withLoad = made.findLast(({ reader }) => reader);
  const perPaper =
    (of: (archive: Benched) => number, from = more) =>
    (papers: number) =>
      (of(from) / from.papers) * papers;
  // The entries are read and code is bundled on every machine, and once more where partitions are joined.
  const around = (papers: number, machines: number) =>
    cost("prepare", papers) + cost("join", papers) + (machines > 1 ? cost("start", papers) : 0);
  return {
    of: [less.papers, more.papers],
    seconds: (papers, machines) =>
      around(papers, machines) + cost("start", papers) + cost("pages", papers) / machines,
    secondsInAll: (papers, machines) =>
      around(papers, machines) + cost("start", papers) * machines + cost("pages", papers),
    memory: (papers) => memoryNeeded(papers, builds),
    bytes: perPaper(({ site }) => site.bytes, real),
    files: perPaper(({ site }) => site.files, real),
    map: perPaper(({ reader }) => reader?.map ?? 0, withLoad),
    search: perPaper(({ reader }) => reader?.search ?? 0, withLoad),
  };
}

/** The number of papers at which something reaches a limit; between 1,000 and a billion. */
export function papersAt(limit: number, of: (papers: number) => number): number {
  let [low, high] = [1_000, 1e9];
  for (let step = 0; step < 60; step++) {
    const middle = Math.sqrt(low * high);
    if (of(middle) < limit) low = middle;
    else high = middle;
  }
  return low;
}
