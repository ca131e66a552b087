import { relative } from "node:path";
import fc from "fast-check";
import type { FuzzProperty } from "../tests/fuzz/properties.ts";
import { counted, exit, fail, numberOption, readArguments, run } from "./command.ts";

const command = {
  name: "npm run fuzz",
  help: `
npm run fuzz [-- options]

Looks for texts that a reader, the cleaning, a serializer, the search or a note cannot cope with. What it
finds is reduced to a short text and kept in tests/fuzz/counterexamples/, where it is a test from then on.

Options:
  --minutes NUMBER   how long to look (default: 5)
  --seed NUMBER      the first random seed (default: from the clock; printed)
  --only WORDS       only the properties with these words in their names
  -h, --help         show this help

Exit codes: 0 nothing was found, 1 something was found, 2 wrong arguments.
`,
  options: { minutes: { type: "string" }, seed: { type: "string" }, only: { type: "string" } },
} as const;

const { values } = readArguments(command);
const minutes = numberOption(command, ["minutes", values.minutes], 5, { least: 0 });
const firstSeed = numberOption(command, ["seed", values.seed], Date.now() % 1_000_000_000, {
  least: 0,
  most: 2 ** 31 - 1,
  whole: true,
});
// Only now, so that wrong arguments are explained at once.
const { keepCounterexample } = await import("../tests/fuzz/counterexamples.ts");
const { properties } = await import("../tests/fuzz/properties.ts");
const only = values.only?.toLowerCase() ?? "";
const chosen = properties.filter(({ name }) => name.includes(only));
if (chosen.length === 0) {
  const names = properties.map(({ name }) => name).join(", ");
  fail(command, `--only is "${values.only}", but the properties are: ${names}`);
}

/** Cases in one round of one property. */
const round = 250;

/** The error of a check, which may be of another kind. */
function reasonOf(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n", 1)[0] ?? "";
}

/** Tries one property, and keeps what it finds. The path of the file, if there is a new one. */
function trial({ name, values: texts, check }: FuzzProperty, seed: number, known: Set<string>) {
  const result = fc.check(fc.property(texts, check), { seed, numRuns: round });
  const [value] = result.counterexample ?? [];
  if (!result.failed || value === undefined) return undefined;
  const error = reasonOf(result.errorInstance);
  // The same fault is found again and again.
  if (known.has(`${name} ${error}`)) return undefined;
  known.add(`${name} ${error}`);
  const file = relative(process.cwd(), keepCounterexample({ property: name, error, value }));
  return `${name}: ${error}\n  seed ${seed}, kept in ${file}\n  ${JSON.stringify(value).slice(0, 300)}`;
}

await run(command.name, async () => {
  const end = Date.now() + minutes * 60_000;
  const known = new Set<string>();
  let cases = 0;
  let printed = Date.now();
  console.log(`seed ${firstSeed}`);
  for (let seed = firstSeed; seed === firstSeed || Date.now() < end; seed += 1) {
    for (const property of chosen) {
      const found = trial(property, seed, known);
      if (found !== undefined) console.log(found);
      cases += round;
      if (Date.now() - printed > 30_000) {
        printed = Date.now();
        const left = Math.max(0, Math.ceil((end - Date.now()) / 60_000));
        console.log(`${cases} cases, ${known.size} found, ${left} min left`);
      }
      if (Date.now() > end && seed > firstSeed) break;
    }
  }
  console.log(`${counted(cases, "case")} of ${chosen.length} properties, ${known.size} found`);
  return known.size === 0 ? exit.done : exit.notAll;
});
