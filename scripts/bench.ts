import { spawn } from "node:child_process";
import { globSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { cardSpeed } from "./bench/card-speed.ts";
import { madePages } from "./bench/made-pages.ts";
import { type MemoryPeak, watchMemory } from "./bench/memory.ts";
import { restorerSpeed } from "./bench/restorer-speed.ts";
import { exit, fail, readArguments, run } from "./command.ts";
import { copyEngine } from "./copy-engine.ts";

const command = {
  name: "npm run bench",
  help: `
npm run bench [-- COUNT]

Makes COUNT papers (default 10000; the seed's sentences recombined, formulas in every fourth), reads
them, builds and indexes the site, and prints seconds, peak memory and pages, then how fast the
restorer of formulas is. Works in .cache/bench/COUNT, apart from your archive.

Options:
  --cards         only draw the pictures that links to COUNT papers show, and print seconds of
                  processor time and bytes
  --keep          keep the folder, to look at the site
  -h, --help      show this help
`,
  options: {
    cards: { type: "boolean", default: false },
    keep: { type: "boolean", default: false },
  },
  positionals: true,
} as const;

const { values, positionals } = readArguments(command);
const count = Number(positionals[0] ?? 10_000);
if (!Number.isInteger(count) || count < 1 || positionals.length > 1) {
  fail(command, `"${positionals.join(" ")}" is not a number of papers`);
}

await run(command.name, async () => {
  if (values.cards) {
    const { drawn, again, average, largest } = await cardSpeed(count, sampleText());
    console.log(
      `${count} cards: ${drawn.toFixed(1)} s of processor time, ${again.toFixed(1)} s from the cache; ${kilobytes(average)} on average, ${kilobytes(largest)} at most`,
    );
    return exit.done;
  }
  const root = process.cwd();
  const bench = resolve(root, ".cache/bench", String(count));
  console.log(`Making ${count} papers in ${bench}`);
  makeProject(root, bench, count);
  const steps = [
    await measure("read and write the entries", bench, ["scripts/ingest.ts"]),
    await measure("read again without changes", bench, ["scripts/ingest.ts"]),
    await measure("relate and map the papers", bench, ["scripts/bench/relate-entries.ts"]),
    await measure("build and index", bench, ["scripts/build.ts"]),
  ];
  for (const { name, seconds, peak } of steps) {
    const memory = peak
      ? `  ${megabytes(peak.together)} at most, the largest process ${megabytes(peak.largest)}`
      : "";
    console.log(`${name.padEnd(28)} ${seconds.toFixed(1).padStart(8)} s${memory}`);
  }
  const files = globSync("dist/**/*", { cwd: bench })
    .map((path) => join(bench, path))
    .filter((path) => statSync(path).isFile());
  const pages = files.filter((path) => path.endsWith(".html")).length;
  const bytes = files.reduce((sum, path) => sum + statSync(path).size, 0);
  console.log(`${pages} pages, ${files.length} files, ${megabytes(bytes)} in dist/`);
  console.log("\n— restore damaged formulas");
  for (const line of restorerSpeed(sampleText())) console.log(line);
  if (!values.keep) rmSync(bench, { recursive: true });
  return exit.done;
});

function sampleText(): string {
  return readFileSync(join(import.meta.dirname, "bench/sample.txt"), "utf8");
}

function makeProject(root: string, bench: string, papers: number): void {
  copyEngine(root, bench);
  for (const { name, text } of madePages(papers, sampleText())) {
    writeFileSync(join(bench, "seeds", name), text);
  }
}

interface Measured {
  name: string;
  seconds: number;
  peak: MemoryPeak | undefined;
}

function measure(name: string, cwd: string, parameters: string[]): Promise<Measured> {
  console.log(`\n— ${name}`);
  const started = performance.now();
  const child = spawn(process.execPath, parameters, { cwd, stdio: "inherit" });
  const peak = watchMemory(child.pid ?? 0);
  return new Promise((done, failed) => {
    child.once("error", failed);
    child.once("exit", (code) => {
      const seconds = (performance.now() - started) / 1000;
      const memory = peak();
      if (code === 0) done({ name, seconds, peak: memory });
      else failed(new Error(`${parameters.join(" ")} ended with exit code ${code}`));
    });
  });
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}

function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
