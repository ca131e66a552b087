import { restore } from "../src/math/restore/index.ts";
import { rateOf, sample, slowestInputs, timeOf } from "./bench/restorer-speed.ts";
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
  -h, --help   show this help
`,
  options: {},
  positionals: true,
} as const;

const { positionals: files } = readArguments(command);

for (let round = 0; round < 200; round += 1) restore(sample);
console.log(`one abstract again and again: ${Math.round(1000 / timeOf(sample, 200))} a second`);
for (const file of files) {
  const texts = readRecords(file).map(({ degraded }) => degraded);
  console.log(`${file}: ${texts.length} texts, ${Math.round(rateOf(texts))} a second`);
}

const rows = slowestInputs();
console.log("slowest inputs, time a character against an abstract's:");
for (const { unit, ratio } of rows.slice(0, 6)) {
  console.log(`  ${ratio.toFixed(1).padStart(5)} × ${JSON.stringify(unit)} repeated`);
}
