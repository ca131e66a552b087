import { readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import {
  likenessPart,
  likenessPath,
  likenessTerms,
  likenessWords,
  paperCode,
  termsOfPaper,
} from "../src/archive/likeness/likeness-data.ts";
import { likenessFiles } from "../src/archive/likeness/likeness-files.ts";
import { likenessTo, type PaperTerms } from "../src/archive/likeness/rank-likeness.ts";
import { termVectors } from "../src/archive/terms/term-vectors.ts";
import { exit, numberOption, readArguments, run } from "./command.ts";
import { madeLibraries } from "./likeness/made-libraries.ts";
import { evaluationTexts, withTopics } from "./related/evaluation-texts.ts";
import { labelledPaper } from "./topics/measure-topics.ts";

const command = {
  name: "npm run likeness:evaluate",
  help: `
npm run likeness:evaluate [-- options]

Measures the order by likeness to saved papers. Makes libraries of ten saved papers each, all of one topic,
from papers whose topics were labeled by hand. Leaves each paper out of its library in turn, and compares it and
all others with the rest: among the papers of tests/fixtures/search/texts.jsonl.br. Prints how often the
paper is in the first 10 %, and the compressed bytes of the files that a browser loads. Exits with code 1
below 80 %, or above 50 bytes a paper, which is 300 kB for 6,000 papers.

Options:
  --seed N        draw other libraries (default 1)
  --papers FILE   also rank these papers: a JSON object a line, each a paper or a day of the API of Daily
                  Papers; the file may be compressed (.br, .gz)
  -h, --help      show this help
`,
  options: {
    seed: { type: "string" },
    papers: { type: "string" },
  },
} as const;

const { values } = readArguments(command);
const seed = numberOption(command, ["seed", values.seed], 1, { least: 0, whole: true });
const leastFound = 0.8;
const mostBytesOfPaper = 50;

await run(command.name, async () => {
  const fixtures = join(import.meta.dirname, "../tests/fixtures");
  const labelled = readFileSync(join(fixtures, "topics-labelled.jsonl"), "utf8")
    .trim()
    .split("\n")
    .map((line) => labelledPaper.parse(JSON.parse(line)));
  const papers = withTopics([
    ...labelled,
    ...evaluationTexts(join(fixtures, "search/texts.jsonl.br")),
    ...(values.papers === undefined ? [] : evaluationTexts(values.papers)),
  ]).map((paper) => ({ ...paper, aliases: [] }));
  const names = (id: string) => id;
  const { root, files } = likenessFiles(papers, termVectors(papers), names);
  const words = root.words.map((name) =>
    likenessWords.parse(JSON.parse(files[likenessPath("words", name)] ?? "")),
  );
  const dictionary = likenessTerms(root, words);
  const rows = root.papers.flatMap((name) => {
    const file = likenessPart.parse(JSON.parse(files[likenessPath("papers", name)] ?? ""));
    return Object.entries(file.papers).map(
      ([id, terms]): PaperTerms => ({ id, ...termsOfPaper(terms, root) }),
    );
  });
  const shareFound = (topics: number, papersOfTopic: number) => {
    const plan = { count: 30, topics, papers: papersOfTopic, seed };
    return leaveOneOut(madeLibraries(labelled, plan), rows, dictionary);
  };
  const percent = (share: number) => `${(100 * share).toFixed(1)} %`;
  const found = shareFound(1, 10);
  console.log(`${rows.length} papers, 30 libraries, each paper left out in turn`);
  console.log(`ten papers of one topic: ${percent(found)} among the first 10 %`);
  console.log(`six papers of each of three topics: ${percent(shareFound(3, 6))}`);
  const bytes = Object.values(files).reduce((sum, text) => sum + gzipSync(text).length, 0);
  const ofPaper = bytes / papers.length;
  const all = `${(bytes / 1000).toFixed(0)} kB in ${Object.keys(files).length} files`;
  console.log(`${all}, ${ofPaper.toFixed(1)} bytes a paper, compressed`);
  return found < leastFound || ofPaper > mostBytesOfPaper ? exit.notAll : exit.done;
});

/** How often a paper that is left out of a library is in the first tenth of all that are not saved. */
function leaveOneOut(
  libraries: readonly string[][],
  rows: readonly PaperTerms[],
  dictionary: Parameters<typeof likenessTo>[1],
): number {
  const byCode = new Map(rows.map((row) => [row.id, row]));
  const places = libraries.flatMap((ids) => {
    const library = ids.flatMap((id) => byCode.get(paperCode(id)) ?? []);
    const others = rows.filter((row) => !library.includes(row));
    return library.map((left) => {
      const likeness = likenessTo(
        library.filter((row) => row !== left),
        dictionary,
      );
      const { score: own } = likeness(left);
      const scores = others.map((row) => likeness(row).score);
      const better = scores.filter((score) => score > own).length;
      const equal = scores.filter((score) => score === own).length;
      return (better + equal / 2) / others.length;
    });
  });
  return places.filter((place) => place < 0.1).length / places.length;
}
