import { existsSync, globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { loadavg } from "node:os";
import { basename, join } from "node:path";
import { sumsFile } from "../../src/workspace/built-files.ts";
import { type StageTime, stagesVariable, stageTime } from "../../src/workspace/stage-times.ts";
import { copyEngine } from "../copy-engine.ts";
import { benchParts } from "./bench-parts.ts";
import { command, type MeasuredCommand, measureStep } from "./measure-step.ts";
import { type Benched, type StepKey, steps } from "./results.ts";
import { readersLoadOf, sizeOfSite } from "./site-size.ts";

/** An archive to measure. If it has no seeds, it has the papers of the sample. `day` is a seed of a further day. */
export interface ArchiveToBench {
  name: string;
  writeSeeds: (folder: string) => void;
  day: { name: string; text: string };
}

/**
 * Makes an archive in a folder, compiles its code as `npm ci` does, builds it as owners do over the days, and measures each
 * step. Without seeds, the first build makes the entries too, as `npm run build` does.
 */
export async function benchArchive(
  root: string,
  folder: string,
  { name, writeSeeds, day }: ArchiveToBench,
  { inParts = false }: { inParts?: boolean } = {},
): Promise<Benched> {
  const load = loadavg()[0] ?? 0;
  copyEngine(root, folder);
  writeSeeds(join(folder, "seeds"));
  const isSample = globSync("seeds/*", { cwd: folder }).length === 0;
  const stagesFile = join(folder, ".stages.jsonl");
  const found: Benched["steps"] = {};
  const changed: Benched["changed"] = {};
  const measure = async (key: StepKey, how: Pick<MeasuredCommand, "parameters">) => {
    const before = sumsOf(folder);
    found[key] = await measureStep(steps[key], {
      ...how,
      cwd: folder,
      environment: { [stagesVariable]: stagesFile },
    });
    if (before) changed[key] = differing(before, sumsOf(folder) ?? new Map());
  };
  const write = (path: string, text: string) => {
    mkdirSync(join(folder, "content/notes"), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  // As npm does when it has installed packages, beside which nothing is kept yet.
  rmSync(join(folder, "node_modules/.cache/offprint"), { recursive: true, force: true });
  await measure("compile", { parameters: ["scripts/prepare.mjs"] });
  const stages = readStages(stagesFile);
  if (!isSample) {
    await measure("ingest", command("ingest"));
    stages.push(...readStages(stagesFile));
  }
  const [noted, corrected] = isSample ? [] : idsIn(folder);
  if (noted) {
    write(`content/notes/${noted}.mdx`, "---\nstatus: reading\n---\n\nGood.\n");
    await measureStep("entries, with a note", { ...command("ingest"), cwd: folder });
  }
  await measure("build", command("build"));
  stages.push(...readStages(stagesFile));
  const site = sizeOfSite(join(folder, "dist"));
  const reader = readersLoadOf(join(folder, "dist"));
  const papers = idsIn(folder).length;
  if (!isSample) await measure("ingestAgain", command("ingest"));
  await measure("unchanged", command("build"));
  if (noted && corrected) {
    write(`content/notes/${noted}.mdx`, "---\nstatus: read\n---\n\nBetter.\n");
    await measure("note", command("build"));
    write(
      `content/notes/${corrected}.mdx`,
      "---\ncorrections:\n  title: A title that is right\n---\n",
    );
    await measure("paper", command("build"));
    write(`seeds/${day.name}`, day.text);
    await measure("day", command("build"));
  }
  const today = new Date().toISOString().slice(0, 10);
  const parts = inParts && !isSample ? { parts: await benchParts(folder) } : {};
  const sizes = { changed, site, reader, ...parts };
  return { name, papers, day: today, load, steps: found, stages, ...sizes, others: {} };
}

function idsIn(folder: string): string[] {
  return globSync("content/papers/**/*.mdx", { cwd: folder })
    .sort()
    .map((path) => basename(path, ".mdx"));
}

/** The lines of a site's checksums, by path; undefined before there is a site. */
function sumsOf(folder: string): Map<string, string> | undefined {
  const file = join(folder, "dist", sumsFile);
  if (!existsSync(file)) return undefined;
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  return new Map(lines.map((line) => [line.slice(66), line]));
}

function differing(before: Map<string, string>, after: Map<string, string>): number {
  const paths = new Set([...before.keys(), ...after.keys()]);
  return [...paths].filter((path) => before.get(path) !== after.get(path)).length;
}

/** What the stages have taken so far. */
function readStages(file: string): StageTime[] {
  if (!existsSync(file)) return [];
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  rmSync(file);
  return lines.map((line) => stageTime.parse(JSON.parse(line)));
}
