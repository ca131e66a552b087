import { writeFileSync } from "node:fs";
import { createRestorer } from "../src/ingest/math/restore.ts";
import { unpack } from "../src/ingest/math/weights.ts";
import { fail, numberOption, readArguments } from "./command.ts";
import { type Judged, report } from "./math/groups.ts";
import { listMisses } from "./math/misses.ts";
import { readRecords } from "./math/records.ts";
import { type Example, examplesOf, foldOf, learn, settings } from "./math/training.ts";
import { pack } from "./math/weights-file.ts";

const command = {
  name: "npm run math:train",
  help: `
npm run math:train -- [options] FILE…

Trains the restorer's model from gzipped JSON lines in the shared format and writes its weights.
With --folds it trains on all parts but one, for each part, and prints how the part that was held
out comes out. A text's forms (abstract, title, other era) are always in the same part.
Takes about 4 GB: node --max-old-space-size=8000 scripts/math-train.ts …

Options:
  --out FILE          where the weights go (JSON)
  --folds NUMBER      cross-validate in so many parts; nothing is written without --out
  --misses            with --folds: also list what is not exact, and false alarms
  --rounds NUMBER     how often the texts are gone through (${settings.rounds})
  --features NUMBER   how many features the weights keep (${settings.features})
  -h, --help          this text
`,
  options: {
    out: { type: "string" },
    folds: { type: "string" },
    misses: { type: "boolean", default: false },
    rounds: { type: "string" },
    features: { type: "string" },
  },
  positionals: true,
} as const;

const { values, positionals: files } = readArguments(command);
if (files.length === 0) fail(command, "no file is given to learn from");
const log = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
const chosen = {
  ...settings,
  rounds: numberOption(command, values.rounds, settings.rounds),
  features: numberOption(command, values.features, settings.features),
};
const examples = examplesOf(files.flatMap(readRecords), chosen.realWeight, chosen.controlWeight);
log(`${examples.length} texts`);

const trainOn = (part: readonly Example[]) => {
  const { table, costs } = learn(part, chosen, log);
  return pack(table, costs, chosen.features);
};

const folds = numberOption(command, values.folds, 0);
if (folds > 1) {
  const judged: Judged[] = [];
  for (let fold = 0; fold < folds; fold += 1) {
    log(`part ${fold + 1} of ${folds} is held out`);
    const model = trainOn(examples.filter(({ record }) => foldOf(record.id, folds) !== fold));
    const restore = createRestorer({ tagger: unpack(model), costs: model.costs });
    for (const { record, truth } of examples) {
      if (foldOf(record.id, folds) !== fold) continue;
      judged.push({ record, truth, restoration: restore(truth.text) });
    }
  }
  process.stdout.write(`${report(judged)}\n`);
  if (values.misses) process.stdout.write(`\n${judged.flatMap(listMisses).join("\n")}\n`);
}

const { out } = values;
if (out !== undefined) {
  log("all texts");
  const text = `${JSON.stringify(trainOn(examples))}\n`;
  writeFileSync(out, text);
  log(`${out}: ${text.length} bytes`);
}
