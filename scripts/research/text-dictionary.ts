import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { exit, fail, readArguments, run } from "../command.ts";
import { evaluationPapers } from "../search/evaluation-papers.ts";
import { frequentTexts } from "./frequent-texts.ts";

const command = {
  name: "npm run texts:learn",
  help: `
npm run texts:learn -- --out FILE

Collects what abstracts have in common, for src/search/dictionary/texts.txt: the texts of results are compressed as if
they came after it. Learns from the papers of tests/fixtures/search/texts.jsonl.br, and gives the same file each time.

Options:
  --out FILE     the file for the dictionary
  -h, --help     show this help
`,
  options: { out: { type: "string" } },
} as const;

/** The size of the dictionary in characters: a reader loads it before the first results, so more gains nothing. */
const size = 8000;

/** What comes between the texts of a paper, as `resultPaper` writes them in JSON. */
const betweenTexts =
  '"}],"formulas":{}},{"id":"","title":"","titleText":"","abstract":"We ","published":"202","listed":"202","authors":["","authorsCount":,"organization":"","topics":["large-language-models","reinforcement-learning"],"comments":,"upvotes":,"arxiv":"2","key":"","links":[{"kind":"code","url":"https://github.com/';

const { values } = readArguments(command);
const { out } = values;
if (out === undefined) fail(command, "--out is needed");

await run(command.name, async () => {
  const fixtures = join(import.meta.dirname, "../../tests/fixtures/search");
  const papers = evaluationPapers(join(fixtures, "texts.jsonl.br"));
  const texts = frequentTexts(
    papers.map(({ abstract }) => abstract),
    size,
  );
  // What comes last is nearest to the texts, so its place takes the fewest bits.
  writeFileSync(out, `${texts.reverse().join(" ")} ${betweenTexts}`);
  return exit.done;
});
