import { spawnSync } from "node:child_process";
import { globSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { paperText } from "../src/search/index/paper-text.ts";
import { byDateAndId, type SearchSource } from "../src/search/index/record.ts";
import { parseEntry } from "../src/workspace/entries.ts";
import { workspaceAt } from "../src/workspace/paths.ts";
import { readEntries } from "../src/workspace/read-files.ts";
import { readLexicon } from "../src/workspace/read-lexicon.ts";
import { readTaxonomy } from "../src/workspace/read-taxonomy.ts";
import { writeSearch } from "../src/workspace/write-search.ts";
import { madePages } from "./bench/made-pages.ts";
import { exit, fail, readArguments, run } from "./command.ts";
import { copyEngine } from "./copy-engine.ts";
import { findChromium } from "./find-chromium.ts";
import { measurePage, type QueryCost } from "./search/bench-page.ts";

const command = {
  name: "npm run bench:search",
  help: `
npm run bench:search [-- COUNT…]

Indexes COUNT synthetic papers (default 1000 10000 40000) in a built site, searches them in headless
Chromium, and prints the size of the index, the bytes that queries load, and the time until their
results are painted. The site itself has few papers: only its search page is measured. Works in
.cache/bench-search.

Options:
  -h, --help      show this help
`,
  options: {},
  positionals: true,
} as const;

const { positionals } = readArguments(command);
const counts = (positionals.length > 0 ? positionals : ["1000", "10000", "40000"]).map(Number);
const wrong = positionals[counts.findIndex((count) => !Number.isInteger(count) || count < 1)];
if (wrong !== undefined) fail(command, `"${wrong}" is not a number of papers`);

await run(command.name, async () => {
  const root = process.cwd();
  const chromium = await findChromium();
  const sample = readFileSync(join(import.meta.dirname, "bench/sample.txt"), "utf8");
  const site = resolve(root, ".cache/bench-search/site");
  workspace(root, site, 100, sample);
  step(site, ["scripts/build.ts"]);
  const dist = join(site, "dist");
  for (const count of counts) {
    const papers = resolve(root, ".cache/bench-search", String(count));
    workspace(root, papers, count, sample);
    step(papers, ["scripts/ingest.ts"]);
    const sources = await sourcesIn(papers);
    rmSync(join(dist, "search/parts"), { recursive: true });
    const names = new Map(
      readTaxonomy(workspaceAt(root)).topics.map(({ id, name }) => [String(id), name]),
    );
    const started = performance.now();
    const lexicon = readLexicon(workspaceAt(root)).value;
    await writeSearch(dist, sources, (id) => names.get(id) ?? id, lexicon);
    const seconds = (performance.now() - started) / 1000;
    console.log(`\n${sources.length} papers, indexed in ${seconds.toFixed(1)} s`);
    reportFiles(dist);
    const costs = await measurePage(dist, chromium);
    report("first query, with the search page's script", [costs.first]);
    report("each later query", costs.later);
    for (const cost of [costs.first, ...costs.later]) {
      console.log(
        `    ${kilobytes(cost.bytes)}  ${cost.milliseconds.toFixed(0).padStart(5)} ms  ${cost.query}`,
      );
    }
    report("query by its address, from an empty cache", costs.opened);
    report("warm query to painted results", costs.warm);
    console.log(
      `  loaded before use: ${costs.before.length === 0 ? "nothing" : costs.before.join(" ")}`,
    );
    rmSync(papers, { recursive: true });
  }
  return exit.done;
});

function workspace(root: string, folder: string, count: number, sample: string): void {
  copyEngine(root, folder);
  for (const { name, text } of madePages(count, sample)) {
    writeFileSync(join(folder, "seeds", name), text);
  }
}

function step(cwd: string, parameters: string[]): void {
  const result = spawnSync(process.execPath, parameters, { cwd, encoding: "utf8" });
  if (result.status === exit.done) return;
  throw new Error(`${parameters.join(" ")} ended with ${result.status}:\n${result.stderr}`);
}

async function sourcesIn(folder: string): Promise<SearchSource[]> {
  return [...(await readEntries(workspaceAt(folder)))]
    .map(([path, text]) => {
      const { data, abstract } = parseEntry(path, text);
      return {
        paper: data,
        title: paperText(data.title),
        abstract: paperText(abstract),
        notes: "",
      };
    })
    .sort(byDateAndId);
}

function reportFiles(dist: string): void {
  for (const [name, pattern] of [
    ["texts and facts", "search/parts/**/*.bin"],
    ["word index", "pagefind/**/*"],
  ] as const) {
    const paths = globSync(pattern, { cwd: dist }).map((path) => join(dist, path));
    const sizes = paths.map((path) => statSync(path)).filter((file) => file.isFile());
    const bytes = sizes.reduce((sum, { size }) => sum + size, 0);
    console.log(`  ${name}: ${sizes.length} files, ${(bytes / 1e6).toFixed(1)} MB`);
  }
}

function report(name: string, costs: readonly QueryCost[]): void {
  const sizes = costs.map(({ bytes }) => bytes).sort((a, b) => a - b);
  const times = costs.map(({ milliseconds }) => milliseconds).sort((a, b) => a - b);
  const median = (values: number[]) => values[values.length >> 1] ?? 0;
  console.log(
    `  ${name}: ${kilobytes(median(sizes))} median, ${kilobytes(sizes.at(-1) ?? 0)} most; ${median(times).toFixed(0)} ms median, ${(times.at(-1) ?? 0).toFixed(0)} ms most`,
  );
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(0)} kB`.padStart(7);
}
