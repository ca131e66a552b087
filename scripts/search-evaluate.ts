import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { nothingSelected } from "../src/search/engine/facets.ts";
import { openSearch } from "../src/search/engine/open-search.ts";
import { search } from "../src/search/engine/search.ts";
import { paperText } from "../src/search/index/paper-text.ts";
import { byDateAndId, type SearchSource } from "../src/search/index/record.ts";
import { parseEntry } from "../src/workspace/entries.ts";
import { workspaceAt } from "../src/workspace/paths.ts";
import { readEntries } from "../src/workspace/read-entries.ts";
import { readLexicon } from "../src/workspace/read-lexicon.ts";
import { readTaxonomy } from "../src/workspace/read-taxonomy.ts";
import { runIngest } from "../src/workspace/run-ingest.ts";
import { writeSearch } from "../src/workspace/write-search.ts";
import { exit, fail, readArguments, run } from "./command.ts";
import { bm25Baseline } from "./search/baseline.ts";
import { evaluationPapers } from "./search/evaluation-papers.ts";
import { queriesIn, type TestQuery } from "./search/evaluation-queries.ts";
import { type Found, measuresTable } from "./search/measures.ts";

const command = {
  name: "npm run search:evaluate",
  help: `
npm run search:evaluate [-- options]

Searches for papers by queries of people who half remember them, among the papers of
tests/fixtures/search/texts.jsonl.br and of the shipped seed, with the site's own search and with plain
BM25 (MiniSearch). Prints for each style of query how often the paper is first, among the first five and
among the first twenty, and the mean reciprocal rank (MRR). Ingests seeds/ first if necessary.

Half of the queries are locked: they count a change that is made, and are never looked at.

Options:
  --locked        measure by the locked half instead of the open one
  --misses        list the open queries whose paper is not among the first five
  --papers FILE   also search among these papers: a JSON object a line, each a paper or a day of the API
                  of Daily Papers; the file may be compressed (.br, .gz)
  -h, --help      show this help
`,
  options: {
    misses: { type: "boolean", default: false },
    locked: { type: "boolean", default: false },
    papers: { type: "string" },
  },
} as const;

const { values } = readArguments(command);
if (values.locked && values.misses) {
  fail(command, "--misses shows queries, and those of the locked half must not be looked at");
}

const fixtures = join(import.meta.dirname, "../tests/fixtures/search");

await run(command.name, async () => {
  if ((await seedPapers()).length === 0) await runIngest(process.cwd());
  const sources = distinct([
    ...(await seedPapers()),
    ...evaluationPapers(join(fixtures, "texts.jsonl.br")),
    ...(values.papers === undefined ? [] : evaluationPapers(values.papers)),
  ]);
  const queries = [
    ...queriesIn(join(fixtures, "styles.jsonl"), "gist"),
    ...queriesIn(join(fixtures, "queries.jsonl"), "earlier"),
    ...queriesIn(join(fixtures, "paraphrases.jsonl"), "paraphrases"),
  ].filter(({ locked }) => locked === values.locked);
  const ids = new Set(sources.map(({ paper }) => String(paper.id)));
  const answerable = queries.filter(({ paper }) => ids.has(paper));
  const missing = queries.length - answerable.length;
  if (missing > 0) {
    console.error(
      `${missing} queries are left out, because their papers are from the sample and are not in content/papers/.`,
    );
  }
  const offprint = await answersOf(sources, answerable);
  const half = values.locked ? "the locked half" : "the open half";
  console.log(`${answerable.length} queries, ${half}, among ${sources.length} papers\n`);
  console.log(measuresTable(offprint, bm25Baseline(sources, answerable)));
  if (values.misses) printMisses(offprint);
  return missing > 0 ? exit.notAll : exit.done;
});

/** The first of the papers with each id, in the order of an archive's index. */
function distinct(sources: readonly SearchSource[]): SearchSource[] {
  const known = new Map<string, SearchSource>();
  for (const source of sources) {
    const id = String(source.paper.ids.arxiv ?? source.paper.id);
    if (!known.has(id)) known.set(id, source);
  }
  return [...known.values()].sort(byDateAndId);
}

/** Writes an index of the papers and searches it. */
async function answersOf(
  sources: readonly SearchSource[],
  queries: readonly TestQuery[],
): Promise<Found[]> {
  const folder = mkdtempSync(join(tmpdir(), "offprint-search-"));
  try {
    const workspace = workspaceAt(process.cwd());
    const taxonomy = readTaxonomy(workspace);
    const names = new Map(taxonomy.topics.map(({ id, name }) => [String(id), name]));
    const lexicon = readLexicon(workspace).value;
    await writeSearch(folder, sources, (id) => names.get(id) ?? id, lexicon);
    const site = await openSearch(async (path) => readFileSync(join(folder, path)));
    const found: Found[] = [];
    for (const query of queries) {
      const answer = await search(site, {
        text: query.query,
        selection: nothingSelected,
        sort: "relevance",
        typing: false,
        matchAny: false,
      });
      const ids = answer.papers.map((number) => String(sources[number]?.paper.id ?? ""));
      found.push({ query, ids });
    }
    return found;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function printMisses(found: readonly Found[]): void {
  for (const { query, ids } of found) {
    const place = ids.indexOf(query.paper);
    if (place >= 0 && place < 5) continue;
    const shown = place < 0 ? "-" : place + 1;
    console.log(`\n${shown}  ${query.style}: ${query.query}`);
    console.log(`     wanted ${query.paper}, first ${ids[0] ?? "none"}`);
  }
}

async function seedPapers(): Promise<SearchSource[]> {
  const workspace = workspaceAt(process.cwd());
  const folder = relative(workspace.root, workspace.papers);
  return [...(await readEntries(workspace))].map(([path, text]) => {
    const { data, abstract } = parseEntry(`${folder}/${path}`, text);
    return { paper: data, title: paperText(data.title), abstract: paperText(abstract), notes: "" };
  });
}
