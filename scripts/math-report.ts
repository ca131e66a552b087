import {
  contextText,
  correctionSnippet,
  type FormulaToCheck,
  formulasToCheck,
  leastSureFirst,
} from "../src/archive/formula-report.ts";
import { readEntry } from "../src/workspace/entries.ts";
import { workspaceAt } from "../src/workspace/paths.ts";
import { readEntries } from "../src/workspace/read-entries.ts";
import { exit, numberOption, readArguments, run } from "./command.ts";
import { printMessages } from "./say.ts";

const command = {
  name: "npm run math:report",
  help: `
npm run math:report [-- options]

Prints all formulas that were restored from damaged sources, the least certain first: confidence, LaTeX,
the words around it, the id of the paper, and the file and line of the seed. The page /report/formulas/
of the site shows the same list with typeset formulas.

To correct a formula, copy its "correction" from the output of --json to content/notes/ID.mdx, and run
\`npm run ingest\`.

Options:
  --below NUMBER  only formulas with a confidence below this, from 0 to 1
  --json          print a JSON list; if the command fails, an object with "error"
  --root FOLDER   the folder of the archive (default: the current one)
  -h, --help      show this help

Exit codes: 0 success, 1 something failed (the output says what), 2 wrong arguments.
`,
  options: {
    below: { type: "string" },
    json: { type: "boolean", default: false },
    root: { type: "string", default: process.cwd() },
  },
} as const;

const { values } = readArguments(command);
const below = numberOption(command, ["below", values.below], 1.01, { least: 0, most: 1 });

await run(command.name, async () => {
  const entries = await readEntries(workspaceAt(values.root));
  if (entries.size === 0) {
    throw new Error("the archive has no papers. Run `npm run ingest` first");
  }
  const read = [...entries].map(([path, text]) => readEntry("content/papers", path, text));
  const all = leastSureFirst(
    read.flatMap(({ value }) => (value ? formulasToCheck(value.data, value.abstract) : [])),
  );
  const chosen = all.filter(({ confidence }) => confidence < below);
  console.log(values.json ? JSON.stringify(chosen.map(asData), undefined, 2) : table(chosen));
  if (!values.json) {
    const of = chosen.length === all.length ? "" : ` of ${all.length}`;
    console.log(
      all.length === 0
        ? `No formula was restored in these ${entries.size} papers.`
        : `${chosen.length}${of} restored formulas in ${entries.size} papers`,
    );
  }
  const messages = read.flatMap((one) => one.messages);
  printMessages(messages, { verbose: true });
  return messages.some(({ severity }) => severity === "error") ? exit.notAll : exit.done;
});

function asData(formula: FormulaToCheck) {
  const { before, after, ...facts } = formula;
  return {
    ...facts,
    before: contextText(before),
    after: contextText(after),
    correction: correctionSnippet(formula),
  };
}

/** Columns are as wide as their content, except for very long formulas. */
function table(formulas: FormulaToCheck[]): string {
  if (formulas.length === 0) return "";
  const rows = formulas.map((formula) => [
    formula.confidence.toFixed(2),
    `$${formula.latex}$`,
    `${contextText(formula.before)}[$${formula.latex}$]${contextText(formula.after)}`,
    formula.id,
    `${formula.file}:${formula.line}`,
  ]);
  const head = ["sure", "formula", "in its context", "paper", "source"];
  const widths = head.map((_, column) =>
    Math.min(60, Math.max(...[head, ...rows].map((row) => row[column]?.length ?? 0))),
  );
  return [head, ...rows]
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
