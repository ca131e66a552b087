import { writeFileSync } from "node:fs";
import type { RunCosts } from "../../src/math/restore/letter-runs.ts";
import { createRestorer } from "../../src/math/restore/restore.ts";
import { packTrees } from "../../src/math/restore/trees.ts";
import {
  type PackedModel,
  type PackedTagger,
  unpack,
  unpackTagger,
} from "../../src/math/restore/weights.ts";
import { fail, numberOption, readArguments } from "../command.ts";
import { listMisses } from "../math/misses.ts";
import { controlTitles, readRecords } from "../math/records.ts";
import { curveOf, curveThresholds, type Judged, report, surerThan } from "./groups.ts";
import { type JudgedText, judgedText, learnJudge } from "./judging.ts";
import { type Example, examplesOf, foldOf, judgeExamplesOf, learn, settings } from "./training.ts";
import { packTagger } from "./weights-file.ts";

const command = {
  name: "npm run math:train",
  help: `
npm run math:train -- [options] FILE…

Trains the restorer's model on gzipped JSON lines in the shared format, and writes its weights.
The texts are divided into parts. For each part, a tagger is trained on the other parts, and the
judge learns from what this tagger finds in the part. All versions of a text (abstract, title, other
era) are in the same part. With --folds, prints the results for each part that was held out.
Needs about 4 GB: node --max-old-space-size=8000 scripts/research/math-train.ts …

Options:
  --out FILE          the file for the weights (JSON)
  --folds NUMBER      the number of parts for cross-validation; nothing is written without --out
  --curve             with --folds: also show the sets at other minimum confidences
  --misses            with --folds: also list formulas that are not exact, and false positives
  --rounds NUMBER     the number of passes over the texts (${settings.rounds})
  --features NUMBER   the number of features to keep (${settings.features})
  -h, --help          show this help
`,
  options: {
    out: { type: "string" },
    folds: { type: "string" },
    curve: { type: "boolean", default: false },
    misses: { type: "boolean", default: false },
    rounds: { type: "string" },
    features: { type: "string" },
  },
  positionals: true,
} as const;

const { values, positionals: files } = readArguments(command);
if (files.length === 0) fail(command, "name at least one file to learn from");
const log = (line: string): void => {
  process.stderr.write(`${line}\n`);
};
const chosen = {
  ...settings,
  rounds: numberOption(command, ["rounds", values.rounds], settings.rounds),
  features: numberOption(command, ["features", values.features], settings.features),
};
const records = files.flatMap(readRecords);
const examples = [
  ...examplesOf(records, chosen.realWeight, chosen.controlWeight),
  ...judgeExamplesOf(controlTitles(records)),
];
log(`${examples.length} texts`);

interface Learned {
  readonly tagger: PackedTagger;
  readonly costs: RunCosts;
}
const learnFrom = (part: readonly Example[]): Learned => {
  const { table, costs } = learn(part, chosen, log);
  return {
    tagger: packTagger(table, chosen.features),
    costs,
  };
};
const modelOf = ({ tagger, costs }: Learned, texts: readonly JudgedText[]): PackedModel => {
  const { spans, texts: whole, bars } = learnJudge(texts);
  const judge = { spans: packTrees(spans), texts: packTrees(whole), bars };
  return { format: 4, ...tagger, judge, costs };
};

const folds = numberOption(command, ["folds", values.folds], 0);
// The judge learns from texts that their tagger never saw, so the parts are always needed.
const parts = folds > 1 ? folds : 5;
const partOf = ({ record }: Example): number => foldOf(record.id, parts);
const taggers = Array.from({ length: parts }, (_, part) => {
  log(`part ${part + 1} of ${parts} is held out`);
  return learnFrom(examples.filter((example) => partOf(example) !== part));
});
const lessons = taggers.flatMap(({ tagger }, part) => {
  const unpacked = unpackTagger(tagger);
  return examples
    .filter((example) => partOf(example) === part)
    .map(({ record, truth }) => judgedText(record, truth, part, unpacked));
});

if (folds > 1) {
  const least = Math.min(0.5, ...(values.curve ? curveThresholds : []));
  const faint = taggers.flatMap((learned, part): Judged[] => {
    log(`judging part ${part + 1}`);
    const model = modelOf(
      learned,
      lessons.filter((lesson) => lesson.part !== part),
    );
    const restore = createRestorer(unpack(model));
    return examples
      .filter((example) => partOf(example) === part)
      .map(({ record, truth }) => ({
        record,
        truth,
        restoration: restore(truth.text, { threshold: least, elsewhere: record.title }),
      }));
  });
  const judged = surerThan(faint, 0.5);
  process.stdout.write(`${report(judged)}\n`);
  if (values.curve) process.stdout.write(`\n${curveOf(faint)}\n`);
  if (values.misses) process.stdout.write(`\n${judged.flatMap(listMisses).join("\n")}\n`);
}

const { out } = values;
if (out !== undefined) {
  log("all texts");
  const text = `${JSON.stringify(modelOf(learnFrom(examples), lessons))}\n`;
  writeFileSync(out, text);
  log(`${out}: ${text.length} bytes`);
}
