import { readFile } from "node:fs/promises";
import { assign, compileTaxonomy } from "../src/topics/matcher/matcher.ts";
import { workspaceAt } from "../src/workspace/paths.ts";
import { readTaxonomy } from "../src/workspace/read-taxonomy.ts";
import { exit, readArguments, run } from "./command.ts";
import type { LabelledPaper } from "./topics/measure-topics.ts";
import { labelledPaper, measure } from "./topics/measure-topics.ts";

const command = {
  name: "npm run topics:evaluate",
  help: `
npm run topics:evaluate [-- options]

Measures the topics on papers that were labeled by hand: the share of assigned topics that are right,
the share of required topics that were found, and the worst topics, for each split. Do not use --list
for the split "final" while you change phrases: it is the final check.

Options:
  --split NAME    only this split: seed, tune or final
  --list          list each wrong or missing topic, with its evidence
  --bare          ignore the keywords of the sources
  --owner         include the changes in content/topics.yaml
  --file FILE     labels to use (default: tests/fixtures/topics-labelled.jsonl)
  -h, --help      show this help
`,
  options: {
    split: { type: "string" },
    list: { type: "boolean", default: false },
    bare: { type: "boolean", default: false },
    owner: { type: "boolean", default: false },
    file: { type: "string", default: "tests/fixtures/topics-labelled.jsonl" },
  },
} as const;

const { values: options } = readArguments(command);

await run(command.name, async () => {
  const lines = (await readFile(options.file, "utf8")).split("\n").filter((line) => line !== "");
  const papers = lines.map((line): LabelledPaper => labelledPaper.parse(JSON.parse(line)));
  // Measures the shipped taxonomy, unless the owner's overlay is asked for.
  const taxonomy = readTaxonomy(workspaceAt(process.cwd()), { shipped: !options.owner });
  for (const { severity, reason, hint } of taxonomy.messages) {
    console.error(`${severity}: ${reason}${hint === undefined ? "" : ` ${hint}`}`);
  }
  const matcher = compileTaxonomy(taxonomy.topics);
  const judged = papers.map((paper) => {
    const { title: titleText, abstract: abstractText, keywords } = paper;
    const { topics } = assign(
      { titleText, abstractText, ...(options.bare || !keywords ? {} : { keywords }) },
      matcher,
    );
    return { paper, topics };
  });

  const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
  const splits = [...new Set(papers.map(({ split }) => split))].filter(
    (split) => options.split === undefined || split === options.split,
  );
  if (splits.length === 0) {
    console.error(`${options.file} has no papers in the split "${options.split}".`);
    return exit.notAll;
  }
  for (const split of splits) {
    const part = judged.filter(({ paper }) => paper.split === split);
    const figures = measure(part);
    console.log(
      `${split}: ${part.length} papers, ${figures.assigned} topics assigned; ` +
        `right ${percent(figures.precision)}, must-have found ${percent(figures.recall)}, ` +
        `unsorted ${figures.unsorted}`,
    );
    const worst = figures.byTopic.filter(({ wrong, missed }) => wrong + missed > 0).slice(0, 8);
    for (const { id, right, wrong, missed } of worst) {
      console.log(`  ${id}: ${right} right, ${wrong} wrong, ${missed} missed`);
    }
    if (!options.list) continue;
    for (const { paper, topics } of part) {
      const fits = new Set<string>([...paper.must, ...paper.may]);
      const wrong = topics.filter(({ id }) => !fits.has(id));
      const missed = paper.must.filter((id) => !topics.some((topic) => topic.id === id));
      if (wrong.length + missed.length === 0) continue;
      console.log(`\n  ${paper.id} ${paper.title}`);
      for (const { id, score, evidence } of wrong) {
        const why = evidence.map(({ phrase, where }) => `${phrase} (${where})`).join(", ");
        console.log(`    wrong  ${id} ${score}: ${why}`);
      }
      for (const id of missed) console.log(`    missed ${id}`);
    }
  }
  return exit.done;
});
