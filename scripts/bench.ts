import { copyFileSync, existsSync, readFileSync, rmSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { benchArchive, type SeedText } from "./bench/bench-archive.ts";
import { cardSpeed } from "./bench/card-speed.ts";
import { madePages } from "./bench/made-pages.ts";
import { restorerSpeed } from "./bench/restorer-speed.ts";
import { exit, fail, readArguments, run } from "./command.ts";

const command = {
  name: "npm run bench",
  help: `
npm run bench [-- COUNT…]

Makes COUNT papers (default 10000; the seed's sentences recombined, formulas in every fourth), reads them, and
builds the site: for the first time, with nothing changed, with one note edited, and with a day of 40 papers
added. Prints seconds by the clock and of processor time, peak memory, files and bytes, then how fast the
restorer of formulas is. Works in .cache/bench, apart from your archive.

Options:
  --corpus FILE   a seed with papers of yours, instead of made ones
  --cards         only draw the pictures that links to COUNT papers show, and print seconds of
                  processor time and bytes
  --keep          keep the folders, to look at the sites
  -h, --help      show this help
`,
  options: {
    corpus: { type: "string" },
    cards: { type: "boolean", default: false },
    keep: { type: "boolean", default: false },
  },
  positionals: true,
} as const;

const { values, positionals } = readArguments(command);
const { corpus, cards, keep } = values;
const counts = (positionals.length > 0 ? positionals : ["10000"]).map(Number);
if (counts.some((count) => !Number.isInteger(count) || count < 1)) {
  fail(command, `"${positionals.join(" ")}" is not a number of papers`);
}
if (corpus !== undefined && !existsSync(corpus)) {
  fail(command, `--corpus is "${corpus}", but there is no such file`);
}
if (corpus !== undefined && positionals.length > 0) {
  fail(
    command,
    "--corpus cannot be combined with a number of papers, because all of the file is read",
  );
}

await run(command.name, async () => {
  const sample = readFileSync(join(import.meta.dirname, "bench/sample.txt"), "utf8");
  if (cards) {
    for (const count of counts) await drawCards(count, sample);
    return exit.done;
  }
  if (corpus !== undefined) {
    const name = basename(corpus);
    await bench(name, sample, (seeds) => copyFileSync(corpus, join(seeds, name)));
  } else {
    for (const count of counts) await bench(String(count), sample, madePages(count, sample));
  }
  console.log("\n— restore damaged formulas");
  for (const line of restorerSpeed(sample)) console.log(line);
  return exit.done;
});

async function bench(
  name: string,
  sample: string,
  seeds: readonly SeedText[] | ((folder: string) => void),
): Promise<void> {
  const folder = resolve(".cache/bench", name);
  console.log(`Making an archive in ${folder}`);
  // A page of another archive, so that none of its papers is among those of the first pages.
  const [page] = madePages(41, sample, 40);
  const day = { name: `more-${page?.name}`, text: page?.text ?? "" };
  const lines = await benchArchive(process.cwd(), folder, { seeds, day });
  for (const line of lines) console.log(line);
  if (!keep) rmSync(folder, { recursive: true });
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
