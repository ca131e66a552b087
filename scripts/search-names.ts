import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { gunzipSync } from "node:zlib";
import { readSeed } from "../src/ingest/read-seed.ts";
import { paper } from "../src/schemas/paper.ts";
import { nothingSelected } from "../src/search/engine/facets.ts";
import { openSearch } from "../src/search/engine/open-search.ts";
import { search } from "../src/search/engine/search.ts";
import { paperText } from "../src/search/index/paper-text.ts";
import { byDateAndId, type SearchSource } from "../src/search/index/record.ts";
import { parseEntry } from "../src/workspace/entries.ts";
import { workspaceAt } from "../src/workspace/paths.ts";
import { readEntries } from "../src/workspace/read-entries.ts";
import { writeSearch } from "../src/workspace/write-search.ts";
import { exit, fail, numberOption, readArguments, run } from "./command.ts";
import {
  comeFirst,
  type NameKind,
  type NameQuery,
  nameKinds,
  nameQueries,
} from "./search/name-queries.ts";

const command = {
  name: "npm run search:names",
  help: `
npm run search:names [-- options]

Searches for every author of an archive in the ways in which readers write names, and prints for each way
in how many % of cases the author's papers come before all others. Exits with code 1 if this is below
98 % for hyphenated names, or below 95 % for a surname with a year.

Options:
  --root FOLDER   the archive, with papers in content/papers (default: this folder)
  --corpus FILE   instead of an archive, days of Daily Papers as JSON lines, which may be a .gz
  --most N        search for at most N names in each way
  --misses N      list N misses of each way
  -h, --help      show this help
`,
  options: {
    root: { type: "string" },
    corpus: { type: "string" },
    most: { type: "string" },
    misses: { type: "string" },
  },
} as const;

const { values } = readArguments(command);
const most = numberOption(command, ["most", values.most], 1e9, { least: 1, whole: true });
const misses = numberOption(command, ["misses", values.misses], 0, { least: 0, whole: true });
const bars: Partial<Record<NameKind, number>> = { "hyphenated names": 98, "surname and year": 95 };

await run(command.name, async () => {
  const sources = (
    values.corpus === undefined
      ? await archiveAt(values.root ?? process.cwd())
      : corpusIn(values.corpus)
  ).sort(byDateAndId);
  const queries = nameQueries(sources);
  if (queries.length === 0) fail(command, "no paper there has an author with a full name");
  const folder = mkdtempSync(join(tmpdir(), "offprint-names-"));
  try {
    await writeSearch(folder, sources, (id) => id);
    return await measure(folder, sources.length, queries);
  } finally {
    rmSync(folder, { recursive: true });
  }
});

async function measure(
  folder: string,
  total: number,
  queries: readonly NameQuery[],
): Promise<number> {
  const site = await openSearch(async (path) => readFileSync(join(folder, path)));
  let reached = true;
  console.log(`${total} papers`);
  for (const kind of nameKinds) {
    const asked = sampled(queries.filter((query) => query.kind === kind));
    const missed: string[] = [];
    for (const query of asked) {
      const { papers } = await search(site, {
        text: query.query,
        selection: nothingSelected,
        sort: "relevance",
        typing: false,
        matchAny: false,
      });
      if (comeFirst(query, papers)) continue;
      const place = papers.findIndex((number) => query.papers.has(number));
      missed.push(`${query.query}: ${place < 0 ? "not" : `${place + 1}.`} of ${papers.length}`);
    }
    const share = asked.length === 0 ? 100 : 100 * (1 - missed.length / asked.length);
    console.log(`${kind.padEnd(20)} ${share.toFixed(1).padStart(5)} %   (${asked.length})`);
    for (const line of missed.slice(0, misses)) console.log(`    ${line}`);
    reached &&= share >= (bars[kind] ?? 0);
  }
  return reached ? exit.done : exit.notAll;
}

/** At most as many queries as wanted, from everywhere in the list. */
function sampled(queries: readonly NameQuery[]): NameQuery[] {
  const step = Math.max(1, queries.length / most);
  return queries.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step));
}

async function archiveAt(root: string): Promise<SearchSource[]> {
  return [...(await readEntries(workspaceAt(root)))].map(([path, text]) => {
    const { data, abstract } = parseEntry(path, text);
    return { paper: data, title: paperText(data.title), abstract: paperText(abstract), notes: "" };
  });
}

function corpusIn(file: string): SearchSource[] {
  const packed = readFileSync(file);
  const bytes = file.endsWith(".gz") ? gunzipSync(packed) : packed;
  const records = readSeed({ path: basename(file, ".gz"), bytes }, { seedYears: {} }).value;
  const papers = new Map<string, SearchSource>();
  for (const { title, abstract, ids, authors, published, source } of records) {
    const id = ids.arxiv ?? ids.doi;
    if (id === undefined) continue;
    const facts = { id, title, titleText: title, authors, published, sources: [source] };
    papers.set(id, {
      paper: paper.parse({ ...facts, schemaVersion: 2 }),
      title,
      abstract,
      notes: "",
    });
  }
  return [...papers.values()];
}
