import { restore } from "../src/math/restore/index.ts";
import { exit, fail, numberOption, readArguments, run } from "./command.ts";
import { listMisses } from "./math/misses.ts";
import { readRecords } from "./math/records.ts";
import { truthOf } from "./math/truth.ts";
import { curveOf, curveThresholds, type Judged, report, surerThan } from "./research/groups.ts";

const command = {
  name: "npm run math:evaluate",
  help: `
npm run math:evaluate -- [options] FILE…

Measures how well formulas are restored, on gzipped JSON lines with "original" and "degraded" texts.
In the table:
  damaged    original $…$ whose remains show a command name, ^ or _
  found      % of these that overlap a restored formula
  exact      % of these whose restored LaTeX equals the original, except for white space,
             \\left, \\right and lost wrappers
  alike      % that read the same, with what touches them, once the dollars are gone: $3\\times$ may
             be 3$\\times$
  letters    original formulas of one Latin letter;  plain: the others
  paired     % of restored formulas that overlap an original one, dollars paired in the order of the text
  precision  the same, but $$…$$ counts as its author meant it, too
  untouched  % of texts without formulas that get none
The shipped weights were trained on the development data. To measure on that, use math:train --folds.

Options:
  --threshold NUMBER   minimum confidence of a restored formula (default: 0.5)
  --curve              also show the sets at other minimum confidences
  --misses             also list damaged formulas that are not exact, and false positives
  -h, --help           show this help
`,
  options: {
    threshold: { type: "string" },
    curve: { type: "boolean", default: false },
    misses: { type: "boolean", default: false },
  },
  positionals: true,
} as const;

const { values, positionals: files } = readArguments(command);
if (files.length === 0) fail(command, "name at least one file");
const threshold = numberOption(command, ["threshold", values.threshold], 0.5);
await run(command.name, async () => {
  const faint: Judged[] = [];
  let skipped = 0;
  for (const record of files.flatMap(readRecords)) {
    const truth = truthOf(record);
    if (truth === undefined) skipped += 1;
    else {
      const least = Math.min(threshold, ...(values.curve ? curveThresholds : []));
      const restoration = restore(truth.text, { threshold: least, elsewhere: record.title });
      faint.push({ record, truth, restoration });
    }
  }
  const judged = surerThan(faint, threshold);
  process.stdout.write(`${report(judged)}\n`);
  if (values.curve) process.stdout.write(`\n${curveOf(faint)}\n`);
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
