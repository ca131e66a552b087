import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { dimensions, packVector, writeNamed } from "../../src/search/index/packed-vectors.ts";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { readLexicon } from "../../src/workspace/read-lexicon.ts";
import { exit, fail, numberOption, readArguments, run } from "../command.ts";
import { evaluationPapers } from "../search/evaluation-papers.ts";
import { queriesIn } from "../search/evaluation-queries.ts";
import { learnVectors } from "./learn-vectors.ts";
import { vectorTasks } from "./vector-tasks.ts";

const command = {
  name: "npm run vectors:train",
  help: `
npm run vectors:train -- --out FILE [options]

Learns what words mean in the field, for src/search/vectors/words.bin: a vector for each word, so that a
sentence is like the paper that it is from, and what others call a term is like the term. Learns from the
papers of tests/fixtures/search/texts.jsonl.br and from the lexicon, without the papers that the queries of
\`npm run search:evaluate\` ask for. The same papers and lexicon give the same file.

Options:
  --out FILE     the file for the vectors
  --steps N      how long to learn (default 600)
  -h, --help     show this help
`,
  options: { out: { type: "string" }, steps: { type: "string" } },
} as const;

const { values } = readArguments(command);
const { out } = values;
if (out === undefined) fail(command, "--out is needed");
const steps = numberOption(command, ["steps", values.steps], 600, { least: 1, whole: true });

const fixtures = join(import.meta.dirname, "../../tests/fixtures/search");
const batch = 256;
const seed = 1;

await run(command.name, async () => {
  const asked = new Set(
    ["styles.jsonl", "queries.jsonl", "paraphrases.jsonl"].flatMap((file) =>
      queriesIn(join(fixtures, file), "earlier").map(({ paper }) => paper),
    ),
  );
  const texts = evaluationPapers(join(fixtures, "texts.jsonl.br")).filter(
    ({ paper }) => !asked.has(String(paper.id)),
  );
  const lexicon = readLexicon({ ...workspaceAt(process.cwd()), lexiconFile: "" }).value.terms;
  const { vocabulary, tasks } = vectorTasks(texts, lexicon);
  console.log(`${texts.length} papers, ${vocabulary.length} words`);
  const learned = learnVectors(tasks, { steps, batch, seed }, (step, loss) => {
    if (step % 100 === 0) console.log(`step ${step}, loss ${loss.toFixed(3)}`);
  });
  const vectors = vocabulary.map(
    (word, at) =>
      [word, packVector(learned.subarray(at * dimensions, (at + 1) * dimensions))] as const,
  );
  writeFileSync(out, writeNamed(new Map(vectors)));
  return exit.done;
});
