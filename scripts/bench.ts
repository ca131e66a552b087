import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { type ArchiveToBench, benchArchive } from "./bench/bench-archive.ts";
import { benchOthers } from "./bench/bench-others.ts";
import { cardSpeed } from "./bench/card-speed.ts";
import { madePages } from "./bench/made-pages.ts";
import { writeRecorded } from "./bench/recorded.ts";
import { readRecorded } from "./bench/recorded-results.ts";
import { type Benched, worseRatios } from "./bench/results.ts";
import { tablesOf } from "./bench/tables.ts";
import { exit, fail, numberOption, readArguments, run } from "./command.ts";

const command = {
  name: "npm run bench",
  help: `
npm run bench [-- COUNT…]

Makes archives of COUNT papers each (default 10000; the sample's sentences recombined, formulas in every fourth),
and measures reading them, building the site for the first time, with nothing changed, with a note edited, a paper
corrected, and a day of 40 papers added. Builds the same pages of the same papers with Eleventy and Pagefind, and
with a bare script and Pagefind. Prints seconds by the clock and of processor time, peak memory, files and bytes,
and ratios. Works in .cache/bench, apart from your archive; installs Eleventy there. COUNT can also be "sample":
the 62 papers of an archive without seeds.

Options:
  --corpus FILE   also an archive of a seed of yours: real papers cost more than made ones
  --alone         not Eleventy and the script
  --alone-from N  not Eleventy and the script for archives of N papers and more, where they take very long
  --parts         also build each archive in partitions, for docs/scale.md
  --check         fail if a ratio is worse than the recorded one by a fifth
  --write         record the results in scripts/bench/recorded.json, and write them into docs/benchmarks.md
                  and docs/scale.md
  --cards         only draw the pictures that links to COUNT papers show, and print seconds of
                  processor time and bytes
  --keep          keep the folders, to look at the sites
  -h, --help      show this help

Exit codes: 0 done, 1 something failed or a ratio is worse, 2 wrong arguments.
`,
  options: {
    corpus: { type: "string" },
    alone: { type: "boolean", default: false },
    "alone-from": { type: "string" },
    parts: { type: "boolean", default: false },
    check: { type: "boolean", default: false },
    write: { type: "boolean", default: false },
    cards: { type: "boolean", default: false },
    keep: { type: "boolean", default: false },
  },
  positionals: true,
} as const;

const { values, positionals } = readArguments(command);
const { corpus, alone, parts, check, write, cards, keep } = values;
const aloneFrom = numberOption(command, ["alone-from", values["alone-from"]], Infinity, {
  least: 1,
  whole: true,
});
const sampleName = "sample";
/** The day added to a corpus is so many days after the first made page: in November 2025. */
const daysToCome = 2500;
const names = positionals.length > 0 || corpus !== undefined ? positionals : ["10000"];
const wrong = names.find((name) => name !== sampleName && !/^[1-9]\d{0,6}$/.test(name));
if (wrong !== undefined) fail(command, `"${wrong}" is not a number of papers`);
if (corpus !== undefined && !existsSync(corpus)) {
  fail(command, `--corpus is "${corpus}", but there is no such file`);
}

await run(command.name, async () => {
  const sample = readFileSync(join(import.meta.dirname, "bench/sample.txt"), "utf8");
  if (cards) {
    for (const name of names) await drawCards(Number(name), sample);
    return exit.done;
  }
  const results: Benched[] = [];
  const known = readRecorded()?.archives ?? [];
  for (const archive of archivesToBench(sample)) {
    results.push(await bench(archive));
    // After each one, because a larger one may fail.
    if (write) writeRecorded(process.cwd(), results);
  }
  for (const result of results) console.log(`\n${result.name}\n\n${tablesOf(result)}`);
  const worse = check ? worseRatios(results, known) : [];
  for (const line of worse) console.error(`Worse than recorded: ${line}`);
  if (check && worse.length === 0) console.log("\nNo ratio is worse than recorded by a fifth.");
  return worse.length > 0 ? exit.notAll : exit.done;
});

function archivesToBench(sample: string): ArchiveToBench[] {
  // A page of another archive, so that none of its papers is among those of the first pages, and of a later day.
  const dayAfter = (days: number) => {
    const [page] = madePages(41, sample, 40, days);
    return { name: `more-${page?.name}`, text: page?.text ?? "" };
  };
  const made = names.map((name) => {
    const pages = name === sampleName ? [] : madePages(Number(name), sample);
    const writeSeeds = (folder: string) => {
      for (const seed of pages) writeFileSync(join(folder, seed.name), seed.text);
    };
    return { name, day: dayAfter(pages.length), writeSeeds };
  });
  if (corpus === undefined) return made;
  const name = basename(corpus);
  const copy = (folder: string) => copyFileSync(corpus, join(folder, name));
  return [...made, { name, day: dayAfter(daysToCome), writeSeeds: copy }];
}

async function bench(archive: ArchiveToBench): Promise<Benched> {
  const folder = resolve(".cache/bench", archive.name);
  console.log(`Making an archive in ${folder}`);
  const own = await benchArchive(process.cwd(), folder, archive, { inParts: parts });
  const others =
    alone || archive.name === sampleName || own.papers >= aloneFrom
      ? { steps: {}, others: {} }
      : await benchOthers(folder, resolve(".cache/bench/others"));
  if (!keep) rmSync(folder, { recursive: true });
  return { ...own, steps: { ...own.steps, ...others.steps }, others: others.others };
}

async function drawCards(count: number, sample: string): Promise<void> {
  const { drawn, again, average, largest } = await cardSpeed(count, sample);
  console.log(
    `${count} cards: ${drawn.toFixed(1)} s of processor time, ${again.toFixed(1)} s from the cache; ${kilobytes(average)} on average, ${kilobytes(largest)} at most`,
  );
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1000).toFixed(1)} kB`;
}
