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

Searches for papers as somebody who half remembers them would (tests/fixtures/search/queries.jsonl),
by this site's own search on an index built for it, and by plain BM25 (MiniSearch). Prints how often
the paper comes first, among the first five, and the mean reciprocal rank. Half of the
queries ask for papers of the shipped seed, so seeds/ is ingested first where that was not done yet.

Options:
  --misses        name the queries whose paper is not among the first five
  --held          also those queries that were held back while the ranking was made, and the
                  paraphrases, on which nothing was ever tried
  -h, --help      this text
`,
  options: {
    misses: { type: "boolean", default: false },
    held: { type: "boolean", default: false },
  },
} as const;

const { values } = readArguments(command);
const fixtures = join(import.meta.dirname, "../tests/fixtures/search");

await run(command.name, async () => {
  if ((await seedPapers()).length === 0) await runIngest(process.cwd());
  const sources = [...(await seedPapers()), ...otherPapers()];
  const queries = [
    ...queriesIn("queries.jsonl", "made beside the ranking"),
    ...queriesIn("paraphrases.jsonl", "paraphrases"),
  ].filter(({ held }) => values.held || !held);
  const missing = queries.filter(
    ({ paper: id }) => !sources.some((source) => source.paper.id === id),
  );
  if (missing.length > 0) {
    console.error(
      `${missing.length} queries are left out: they ask for papers of the shipped seed, seeds/daily-papers-11-13.txt, which are not in content/papers/.`,
    );
  }
  const asked = queries.filter((query) => !missing.includes(query));
  const folder = mkdtempSync(join(tmpdir(), "offprint-search-"));
  try {
    const taxonomy = readTaxonomy(workspaceAt(process.cwd()));
    const names = new Map(taxonomy.topics.map(({ id, name }) => [String(id), name]));
    await writeSearch(folder, sources, (id) => names.get(id) ?? id);
    const site = await openSearch(async (path) => readFileSync(join(folder, path)));
    const offprint: Found[] = [];
    for (const query of asked) {
      const answer = await search(site, {
        text: query.query,
        selection: nothingSelected,
        sort: "relevance",
        typing: false,
        matchAny: false,
      });
      const ids = answer.papers.map((number) => sources[number]?.paper.id ?? "");
      offprint.push({ query, ids });
    }
    const baseline = bm25Baseline(sources, asked);
    console.log(`${asked.length} queries over ${sources.length} papers`);
    const paraphrased = ({ query }: Found) => query.set === "paraphrases";
    const known = (found: Found) => !paraphrased(found);
    const ofSeed = (found: Found) => known(found) && !/^\d{4}\.\d+$/.test(found.query.paper);
    const parts: Part[] = [
      ["", known],
      [", seed only", ofSeed],
      ...(values.held
        ? [
            [", held back", (found) => known(found) && found.query.held] satisfies Part,
            [", paraphrases", paraphrased] satisfies Part,
          ]
        : []),
    ];
    for (const [name, within] of parts) {
      console.log(formatMeasures(`Offprint${name}`, offprint.filter(within)));
      console.log(formatMeasures(`BM25${name}`, baseline.filter(within)));
    }
    if (values.misses) {
      for (const { query, ids } of offprint) {
        const place = ids.indexOf(query.paper);
        if (place < 0 || place > 0) {
          console.log(
            `${place < 0 ? "-" : place + 1}  ${query.query}\n     wanted ${query.paper}, first ${ids[0]}`,
          );
        }
      }
    }
  } finally {
    rmSync(folder, { recursive: true });
  }
  return missing.length > 0 ? exit.notAll : exit.done;
});

type Part = [name: string, within: (found: Found) => boolean];

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
