import { evidenceOf } from "../src/ingest/identity/evidence.ts";
import { traitsOf } from "../src/ingest/identity/traits.ts";
import { ruleFor } from "../src/ingest/identity/verdict.ts";
import { exit, readArguments, run } from "./command.ts";
import { labelledCases } from "./identity/labelled-cases.ts";
import {
  type JudgedPair,
  judgeAlone,
  judgeTogether,
  measureIdentity,
} from "./identity/measure-identity.ts";

const command = {
  name: "npm run identity:evaluate",
  help: `
npm run identity:evaluate [-- options]

Measures the rule that decides which records are of one paper, on pairs of real records
(tests/fixtures/identity). Each pair goes through the chain of ingest, and is grouped on its own and
with all other records. Prints:
  precision  % of the merged pairs that are of one paper
  recall     % of the pairs of one paper that are merged
Half of the pairs were held back while the rule was made. Their results are only counted. Exits with
code 1 if any pair of two papers is merged, or if the recall is below 98 %.

Options:
  --kinds      also print the figures of each kind of pair
  --list       list wrong and missed pairs that were not held back, with the row that decided
  -h, --help   show this help
`,
  options: {
    kinds: { type: "boolean", default: false },
    list: { type: "boolean", default: false },
  },
} as const;

const { values } = readArguments(command);
const leastRecall = 0.98;

await run(command.name, async () => {
  const cases = labelledCases();
  const alone = judgeAlone(cases);
  const together = judgeTogether(cases);
  const parts: [string, (pair: JudgedPair) => boolean][] = [
    ["all", () => true],
    ["not held back", ({ of }) => !of.held],
    ["held back", ({ of }) => of.held],
  ];
  for (const [name, isPart] of parts) {
    print(name, alone.filter(isPart));
    print(`${name}, in one archive`, together.filter(isPart));
  }
  if (values.kinds) {
    for (const [kind, pairs] of Map.groupBy(alone, ({ of }) => of.kind)) print(kind, pairs);
  }
  if (values.list) listFailures(alone, together);
  const { precision, recall } = measureIdentity(together);
  return precision === 1 && recall >= leastRecall ? exit.done : exit.notAll;
});

function print(name: string, pairs: readonly JudgedPair[]): void {
  const { same, found, different, wrong, precision, recall } = measureIdentity(pairs);
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  console.log(
    `${name}: ${pairs.length} pairs; precision ${percent(precision)} (${wrong} of ${different} merged wrongly), ` +
      `recall ${percent(recall)} (${found} of ${same})`,
  );
}

function listFailures(alone: readonly JudgedPair[], together: readonly JudgedPair[]): void {
  const isWrong = ({ of, same, merged }: JudgedPair) => !of.held && same !== merged;
  const failures: [string, JudgedPair[]][] = [
    ["alone", alone.filter(isWrong)],
    ["together", together.filter(isWrong)],
  ];
  for (const [how, pairs] of failures) {
    for (const { of, first, second, same } of pairs) {
      const { why } = ruleFor(evidenceOf(traitsOf(first), traitsOf(second)));
      console.log(
        `\n${how}, ${same ? "missed" : "merged wrongly"}: ${of.kind} (${of.id}); row: ${why}` +
          `\n  ${first.titleText}\n  ${second.titleText}`,
      );
    }
  }
}
