import { readFileSync } from "node:fs";
import { join } from "node:path";
import { restore } from "../src/math/restore/index.ts";
import { madeAbstracts, rateOf, sample, slowestInputs, timeOf } from "./bench/restorer-speed.ts";
import { readArguments } from "./command.ts";
import { readRecords } from "./math/records.ts";

/** In the first one the JavaScript engine still compiles the code. */
const rounds = 8;

const command = {
  name: "npm run bench:math",
  help: `
npm run bench:math [-- FILE…]

Measures how many abstracts per second one core restores, including KaTeX's checks, for those of the sample with
and without formulas, and for each given file (gzipped JSON lines with "degraded" texts), as the best of ${rounds}
rounds. Also measures the slowest inputs: their time per character, relative to that of an abstract.

Options:
  -h, --help   show this help
`,
  options: {},
  positionals: true,
} as const;

const { positionals: files } = readArguments(command);

for (let round = 0; round < 200; round += 1) restore(sample);
console.log(`one abstract, repeated: ${Math.round(1000 / timeOf(sample, 200))} per second`);
const page = readFileSync(join(import.meta.dirname, "bench/sample.txt"), "utf8");
for (const [what, texts] of Object.entries(madeAbstracts(page))) {
  // Enough texts for the JavaScript engine to have compiled the code.
  const repeated = Array.from({ length: 20 }, () => texts).flat();
  console.log(`sample, ${what}: ${Math.round(rateOf(repeated, rounds))} per second`);
}
for (const file of files) {
  const texts = readRecords(file).map(({ degraded }) => degraded);
  console.log(`${file}: ${texts.length} texts, ${Math.round(rateOf(texts, rounds))} per second`);
}

const rows = slowestInputs();
console.log("slowest inputs, time per character relative to an abstract:");
for (const { unit, ratio } of rows.slice(0, 6)) {
  console.log(`  ${ratio.toFixed(1).padStart(5)} × ${JSON.stringify(unit)} repeated`);
}
