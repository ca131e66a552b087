import { spawn } from "node:child_process";
import { globSync, mkdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { paperText } from "../src/search/index/paper-text.ts";
import { byDateAndId, type SearchSource } from "../src/search/index/record.ts";
import { parseEntry } from "../src/workspace/entries.ts";
import { workspaceAt } from "../src/workspace/paths.ts";
import { readEntries } from "../src/workspace/read-entries.ts";
import { readLexicon } from "../src/workspace/read-lexicon.ts";
import { readTaxonomy } from "../src/workspace/read-taxonomy.ts";
import { writeSearch } from "../src/workspace/write-search.ts";
import { madePages } from "./bench/made-pages.ts";
import { exit, fail, readArguments, run } from "./command.ts";
import { copyEngine } from "./copy-engine.ts";
import { findChromium } from "./find-chromium.ts";
import { measureCore } from "./search/bench-core.ts";
import { measurePage } from "./search/bench-page.ts";
import { benchQueries, benchSentences } from "./search/bench-queries.ts";
import { reportCore, reportPage } from "./search/bench-report.ts";
import { benchSources } from "./search/bench-sources.ts";

const command = {
  name: "npm run bench:search",
  help: `
npm run bench:search [-- [--core] COUNT…]

Indexes COUNT synthetic papers (default 1000 10000 40000) in a built site, searches them in headless
Chromium, and prints the size of the index, the bytes that queries load, and the time until their
results are painted. The site itself has few papers: only its search page is measured. Works in
.cache/bench-search, and says on the way what it is doing.

Options:
  --core          without a site and a browser: what queries load of the index, in how many turns, and how long the
                  engine takes. The papers are those of the evaluation, and others made of their sentences
  -h, --help      show this help
`,
  options: { core: { type: "boolean", default: false } },
  positionals: true,
} as const;

const { positionals, values } = readArguments(command);
const counts = (positionals.length > 0 ? positionals : ["1000", "10000", "40000"]).map(Number);
const wrong = positionals[counts.findIndex((count) => !Number.isInteger(count) || count < 1)];
if (wrong !== undefined) fail(command, `"${wrong}" is not a number of papers`);

/** How much of what a command says is kept to explain its failure. */
const mostKept = 4000;
/** Milliseconds between two lines that say that long work goes on. */
const tellEvery = 10_000;

const root = process.cwd();
const folder = (name: string) => resolve(root, ".cache/bench-search", name);

await run(command.name, async () => {
  if (values.core) for (const count of counts) await benchCore(count);
  else await benchPages();
  return exit.done;
});

/** Measures the engine alone. */
async function benchCore(count: number): Promise<void> {
  const index = folder("core");
  rmSync(index, { recursive: true, force: true });
  mkdirSync(index, { recursive: true });
  await writeIndex(index, benchSources(count));
  for (const [name, queries] of [
    ["bench queries", benchQueries],
    ["sentences", benchSentences()],
  ] as const) {
    const costs = await told(`Searching ${count} papers`, () => measureCore(index, queries));
    reportCore(`${name}, first`, costs.first);
    reportCore(`${name}, later`, costs.later);
  }
  rmSync(index, { recursive: true });
}

/** Measures the search page. */
async function benchPages(): Promise<void> {
  const chromium = await findChromium();
  const sample = readFileSync(join(import.meta.dirname, "bench/sample.txt"), "utf8");
  const site = folder("site");
  await workspace(site, 100, sample);
  await step("Building a site of 100 papers", site, "scripts/build.ts");
  const dist = join(site, "dist");
  for (const count of counts) {
    const papers = folder(String(count));
    await workspace(papers, count, sample);
    await step(`Ingesting ${count} papers`, papers, "scripts/ingest.ts");
    rmSync(join(dist, "search/parts"), { recursive: true });
    await writeIndex(dist, await sourcesIn(papers));
    const costs = await told(`Searching ${count} papers`, () => measurePage(dist, chromium));
    reportPage(costs);
    rmSync(papers, { recursive: true });
  }
}

async function workspace(at: string, count: number, sample: string): Promise<void> {
  rmSync(at, { recursive: true, force: true });
  copyEngine(root, at);
  for (const { name, text } of madePages(count, sample)) {
    writeFileSync(join(at, "seeds", name), text);
  }
}

/** Does long work, and says every ten seconds that it goes on. */
async function told<T>(what: string, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const timer = setInterval(() => {
    console.error(`${what}: ${((performance.now() - started) / 1000).toFixed(0)} s so far`);
  }, tellEvery);
  try {
    return await work();
  } finally {
    clearInterval(timer);
  }
}

/** Runs a command of a workspace. Its messages about made papers, thousands of them, are not shown. */
async function step(what: string, cwd: string, script: string): Promise<void> {
  await told(what, async () => {
    const started = spawn(process.execPath, [script], { cwd, stdio: ["ignore", "ignore", "pipe"] });
    let said = "";
    started.stderr.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-mostKept);
    });
    const status = await new Promise<number | null>((done, failed) => {
      started.on("error", failed).on("close", done);
    });
    if (status !== exit.done) throw new Error(`${script} ended with ${status}:\n${said}`);
  });
}

async function writeIndex(at: string, sources: SearchSource[]): Promise<void> {
  const names = new Map(
    readTaxonomy(workspaceAt(root)).topics.map(({ id, name }) => [String(id), name]),
  );
  const lexicon = readLexicon(workspaceAt(root)).value;
  const started = performance.now();
  const before = process.cpuUsage();
  await told(`Indexing ${sources.length} papers`, () =>
    writeSearch(at, sources, (id) => names.get(id) ?? id, lexicon),
  );
  const seconds = (performance.now() - started) / 1000;
  const { user, system } = process.cpuUsage(before);
  console.log(
    `\n${sources.length} papers, indexed in ${seconds.toFixed(1)} s (${((user + system) / 1e6).toFixed(1)} s of processor time)`,
  );
  reportFiles(at);
}

async function sourcesIn(at: string): Promise<SearchSource[]> {
  return [...(await readEntries(workspaceAt(at)))]
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

function reportFiles(at: string): void {
  for (const [name, pattern] of [
    ["texts and facts", "search/parts/**/*.bin"],
    ["word index", "pagefind/**/*"],
  ] as const) {
    const paths = globSync(pattern, { cwd: at }).map((path) => join(at, path));
    const sizes = paths.map((path) => statSync(path)).filter((file) => file.isFile());
    const bytes = sizes.reduce((sum, { size }) => sum + size, 0);
    console.log(`  ${name}: ${sizes.length} files, ${(bytes / 1e6).toFixed(1)} MB`);
  }
}
