import { readFileSync } from "node:fs";
import { join } from "node:path";
import { nearestPapers } from "../src/archive/related/nearest-papers.ts";
import { listOf } from "../src/archive/related/top-lists.ts";
import { countTerms } from "../src/archive/terms/count-terms.ts";
import type { PaperTexts } from "../src/archive/terms/paper-texts.ts";
import { termVectors, weighTerms } from "../src/archive/terms/term-vectors.ts";
import { madePages } from "./bench/made-pages.ts";
import { exit, fail, numberOption, readArguments, run } from "./command.ts";
import { evaluationTexts, withTopics } from "./related/evaluation-texts.ts";
import { nearestExactly } from "./related/nearest-exactly.ts";

const command = {
  name: "npm run related:evaluate",
  help: `
npm run related:evaluate [-- options]

Relates papers to each other as builds do, with weights from the older papers. Compares the first five of 500 papers
with those that are found by weights from all papers. Prints how many of them were found, and seconds of processor
time. Exits with code 1 below 95 %.

Options:
  --papers FILE   these papers: a JSON object a line, each a paper or a day of the API of Daily Papers; the
                  file may be compressed (.br, .gz) (default: tests/fixtures/search/texts.jsonl.br)
  --made COUNT    papers made of the seed's sentences instead, as npm run bench has them
  -h, --help      show this help
`,
  options: {
    papers: { type: "string" },
    made: { type: "string" },
  },
} as const;

const { values } = readArguments(command);
if (values.made !== undefined && values.papers !== undefined) {
  fail(command, "--made cannot be combined with --papers");
}
const made = numberOption(command, ["made", values.made], 0, { least: 2, whole: true });
const mostCompared = 500;
const most = 5;
const leastFound = 0.95;
/** Below it, papers are not related. */
const leastScore = 0.1;

await run(command.name, async () => {
  const fixture = join(import.meta.dirname, "../tests/fixtures/search/texts.jsonl.br");
  const papers = withTopics(
    values.made === undefined ? evaluationTexts(values.papers ?? fixture) : madeTexts(made),
  );
  const started = process.cpuUsage().user;
  const counted = countTerms(papers);
  const vectors = termVectors(papers, counted);
  const weighed = process.cpuUsage().user;
  const { lists } = nearestPapers(vectors);
  const related = vectors.ids.map((_, paper) =>
    listOf(lists, paper).map((other) => vectors.ids[other] ?? ""),
  );
  const seconds = (from: number, to: number) => `${((to - from) / 1e6).toFixed(1)} s`;
  const taken = `terms ${seconds(started, weighed)}, comparing ${seconds(weighed, process.cpuUsage().user)}`;
  console.log(`${papers.length} papers: ${taken}`);
  const all = weighTerms(counted, new Set(counted.ids));
  const nearest = nearestExactly(all, { most, least: leastScore });
  const step = Math.max(1, Math.floor(papers.length / mostCompared));
  const sample = counted.ids.flatMap((_, paper) =>
    paper % step === 0 ? [{ wanted: nearest(paper), found: new Set(related[paper]) }] : [],
  );
  const share = shareFound(sample);
  const first = shareFound(
    sample.map(({ wanted, found }) => ({ wanted: wanted.slice(0, 1), found })),
  );
  console.log(`first five: ${percent(share)} found; first: ${percent(first)}`);
  return share < leastFound ? exit.notAll : exit.done;
});

function shareFound(lists: readonly { wanted: string[]; found: ReadonlySet<string> }[]): number {
  const wanted = lists.flatMap((list) => list.wanted.map((id) => list.found.has(id)));
  return wanted.filter(Boolean).length / (wanted.length || 1);
}

function percent(share: number): string {
  return `${(100 * share).toFixed(1)} %`;
}

/** Made papers as texts; an archive would read them from pages. */
function madeTexts(count: number): Omit<PaperTexts, "topics">[] {
  const sample = readFileSync(join(import.meta.dirname, "bench/sample.txt"), "utf8");
  return madePages(count, sample).flatMap(({ name, text }) => {
    const blocks = text.trim().split("\n\n").slice(3);
    const titles = blocks.filter((_, at) => at % 3 === 0);
    return titles.map((title, at) => ({
      id: title.toLowerCase().replaceAll(" ", "-"),
      title,
      abstract: blocks[3 * at + 1] ?? "",
      since: name,
    }));
  });
}
