import { restore } from "../src/math/restore/index.ts";
import { exit, fail, numberOption, readArguments, run } from "./command.ts";
import { listMisses } from "./math/misses.ts";
import { readRecords } from "./math/records.ts";
import { truthOf } from "./math/truth.ts";
import { type Judged, report } from "./research/groups.ts";

const command = {
  name: "npm run math:evaluate",
  help: `
npm run math:evaluate -- [options] FILE…

Measures the restorer on gzipped JSON lines with "original" and "degraded" texts. In the table:
  damaged    original $…$ whose remains show a command's name, ^ or _
  found      in %, those that some restored span meets
  exact      in %, those with a restored span that is the original's LaTeX after rule 1, white
             space, \\left, \\right and lost wrappers aside
  alike      in %, as exact, but $3\\times$ may be 3$\\times$: readers see no difference
  letters    original spans of one Latin letter;  plain: the rest
  precision  in %, restored spans that meet an original one
  untouched  in %, texts without formulas that get none
The shipped weights were trained on the development data: for those, see math:train --folds.

Options:
  --threshold NUMBER   least confidence of a restored span (default: 0.5)
  --misses             also list damaged spans that are not exact, and false alarms
  -h, --help           this text
`,
  options: { threshold: { type: "string" }, misses: { type: "boolean", default: false } },
  positionals: true,
} as const;

const { values, positionals: files } = readArguments(command);
if (files.length === 0) fail(command, "no file is given to measure on");
const options = { threshold: numberOption(command, ["threshold", values.threshold], 0.5) };
await run(command.name, async () => {
  const judged: Judged[] = [];
  let skipped = 0;
  for (const record of files.flatMap(readRecords)) {
    const truth = truthOf(record);
    if (truth === undefined) skipped += 1;
    else judged.push({ record, truth, restoration: restore(truth.text, options) });
  }
  process.stdout.write(`${report(judged)}\n`);
  if (skipped > 0) {
    process.stdout.write(
      `\n${skipped} texts left out: the damage could not be replayed on them.\n`,
    );
  }
  if (values.misses) {
    process.stdout.write(`\n${judged.flatMap(listMisses).join("\n")}\n`);
  }
  return exit.done;
});
