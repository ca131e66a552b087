import { restore } from "../src/ingest/math/index.ts";
import { readArguments } from "./command.ts";
import { readRecords } from "./math/records.ts";

const command = {
  name: "npm run bench:math",
  help: `
npm run bench:math [-- FILE…]

How many abstracts a second one core restores, KaTeX's checks included, for each given file
(gzipped JSON lines with "degraded" texts), and how much slower a character of the worst inputs is
than one of ordinary prose.

Options:
  -h, --help   this text
`,
  options: {},
  positionals: true,
} as const;

const { positionals: files } = readArguments(command);

const prose =
  "We show that the proposed method outperforms strong baselines on several benchmarks, and that its cost grows with the number of samples. ";
const sample = `${prose.repeat(4)}The error is O(mlog(m)) in L^2 for n samples of varphi(x_i). ${prose.repeat(5)}`;

/** Milliseconds for one text, the best of some rounds. */
function timeOf(text: string, rounds: number): number {
  let best = Number.POSITIVE_INFINITY;
  for (let round = 0; round < rounds; round += 1) {
    const start = performance.now();
    restore(text);
    best = Math.min(best, performance.now() - start);
  }
  return best;
}

for (let round = 0; round < 200; round += 1) restore(sample);
console.log(`one abstract again and again: ${Math.round(1000 / timeOf(sample, 200))} a second`);
for (const file of files) {
  const texts = readRecords(file).map(({ degraded }) => degraded);
  // Time on the processor, so that what else the machine does is not counted.
  const start = process.cpuUsage();
  for (const text of texts) restore(text);
  const seconds = process.cpuUsage(start).user / 1e6;
  console.log(`${file}: ${texts.length} texts, ${Math.round(texts.length / seconds)} a second`);
}

const units = [
  "{",
  "}",
  "^",
  "_",
  "$",
  "(",
  "a ",
  "A",
  "x ",
  "1",
  "\\",
  "x_",
  "x^2 ",
  "x_{",
  "{x",
  "alpha",
  "log",
  "|",
  "aB",
  "left(",
  "x_1^2+",
  "n times ",
  "\\alpha ",
  "$x",
  "1{n}",
  "\\(",
];
const length = 20_000;
const ordinary = timeOf(sample.repeat(Math.ceil(length / sample.length)), 5) / length;
const rows = units
  .map((unit) => {
    const text = unit.repeat(Math.ceil(length / unit.length));
    return { unit, ratio: timeOf(text, 3) / text.length / ordinary };
  })
  .sort((a, b) => b.ratio - a.ratio);
console.log("slowest inputs, time a character against an abstract's:");
for (const { unit, ratio } of rows.slice(0, 6)) {
  console.log(`  ${ratio.toFixed(1).padStart(5)} × ${JSON.stringify(unit)} repeated`);
}
