import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { gunzipSync } from "node:zlib";
import { paper } from "../src/schemas/paper.ts";
import { nothingSelected } from "../src/search/engine/facets.ts";
import { openSearch } from "../src/search/engine/open-search.ts";
import { search } from "../src/search/engine/search.ts";
import { paperText } from "../src/search/index/paper-text.ts";
import type { SearchSource } from "../src/search/index/record.ts";
import { parseEntry } from "../src/workspace/entries.ts";
import { workspaceAt } from "../src/workspace/paths.ts";
import { readEntries } from "../src/workspace/read-files.ts";
import { readTaxonomy } from "../src/workspace/read-taxonomy.ts";
import { runIngest } from "../src/workspace/run-ingest.ts";
import { writeSearch } from "../src/workspace/write-search.ts";
import { exit, readArguments, run } from "./command.ts";
import { bm25Baseline } from "./search/baseline.ts";
import { type Found, formatMeasures, type TestQuery } from "./search/measures.ts";

const command = {
  name: "npm run search:evaluate",
  help: `
npm run search:evaluate [-- options]

Searches for papers by queries of people who half remember them
(tests/fixtures/search/queries.jsonl), with the site's own search and with plain BM25 (MiniSearch).
Prints how often the paper is first and among the first five, and the mean reciprocal rank (MRR). Half
of the queries are about papers of the shipped seed, so seeds/ is ingested first if necessary.

Options:
  --misses        list the queries whose paper is not first
  --held          also use the queries that were held back while the ranking was made, and the
                  paraphrases, which were never used for tuning
  -h, --help      show this help
`,
  options: {
    misses: { type: "boolean", default: false },
    held: { type: "boolean", default: false },
  },
} as const;

const { values } = readArguments(command);
type Part = [name: string, isPart: (found: Found) => boolean];

const isParaphrase = ({ query }: Found) => query.set === "paraphrases";
const isOther = (found: Found) => !isParaphrase(found);
const parts: Part[] = [
  ["", isOther],
  [", seed only", (found) => isOther(found) && !/^\d{4}\.\d+$/.test(found.query.paper)],
];
const heldParts: Part[] = [
  [", held back", (found) => isOther(found) && found.query.held],
  [", paraphrases", isParaphrase],
];

const fixtures = join(import.meta.dirname, "../tests/fixtures/search");

await run(command.name, async () => {
  if ((await seedPapers()).length === 0) await runIngest(process.cwd());
  const sources = [...(await seedPapers()), ...otherPapers()];
  const queries = [
    ...queriesIn("queries.jsonl", "made along with the ranking"),
    ...queriesIn("paraphrases.jsonl", "paraphrases"),
  ].filter(({ held }) => values.held || !held);
  const missing = queries.filter(
    ({ paper: id }) => !sources.some((source) => source.paper.id === id),
  );
  if (missing.length > 0) {
    console.error(
      `${missing.length} queries are left out, because their papers are from the shipped seed, seeds/daily-papers-11-13.txt, and are not in content/papers/.`,
    );
  }
  const answerable = queries.filter((query) => !missing.includes(query));
  const offprint = await answersOf(sources, answerable);
  const baseline = bm25Baseline(sources, answerable);
  console.log(`${answerable.length} queries over ${sources.length} papers`);
  for (const [name, isPart] of values.held ? [...parts, ...heldParts] : parts) {
    console.log(formatMeasures(`Offprint${name}`, offprint.filter(isPart)));
    console.log(formatMeasures(`BM25${name}`, baseline.filter(isPart)));
  }
  if (values.misses) printMisses(offprint);
  return missing.length > 0 ? exit.notAll : exit.done;
});

/** Writes an index of the papers and searches it. */
async function answersOf(
  sources: readonly SearchSource[],
  queries: readonly TestQuery[],
): Promise<Found[]> {
  const folder = mkdtempSync(join(tmpdir(), "offprint-search-"));
  try {
    const taxonomy = readTaxonomy(workspaceAt(process.cwd()));
    const names = new Map(taxonomy.topics.map(({ id, name }) => [String(id), name]));
    await writeSearch(folder, sources, (id) => names.get(id) ?? id);
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
      const ids = answer.papers.map((number) => sources[number]?.paper.id ?? "");
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
    if (place === 0) continue;
    const shown = place < 0 ? "-" : place + 1;
    console.log(`${shown}  ${query.query}\n     wanted ${query.paper}, first ${ids[0]}`);
  }
}

function queriesIn(file: string, set: string): TestQuery[] {
  return readFileSync(join(fixtures, file), "utf8")
    .trim()
    .split("\n")
    .map((line): TestQuery => ({ held: true, ...JSON.parse(line), set }));
}

async function seedPapers(): Promise<SearchSource[]> {
  const workspace = workspaceAt(process.cwd());
  const folder = relative(workspace.root, workspace.papers);
  return [...(await readEntries(workspace))].map(([path, text]) => {
    const { data, abstract } = parseEntry(`${folder}/${path}`, text);
    return { paper: data, title: paperText(data.title), abstract: paperText(abstract), notes: "" };
  });
}

function otherPapers(): SearchSource[] {
  return gunzipSync(readFileSync(join(fixtures, "papers.jsonl.gz")))
    .toString("utf8")
    .trim()
    .split("\n")
    .map((line) => {
      const { id, title, abstract }: { id: string; title: string; abstract: string } =
        JSON.parse(line);
      return {
        paper: paper.parse({
          id,
          title,
          titleText: title,
          sources: [{ format: "fixture", file: "papers.jsonl", line: 1 }],
          schemaVersion: 1,
        }),
        title,
        abstract,
        notes: "",
      };
    });
}
