import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { nothingSelected } from "../../src/search/engine/facets.ts";
import { type OpenSearch, openSearch } from "../../src/search/engine/open-search.ts";
import type { ReadFile } from "../../src/search/engine/part-files.ts";
import { searchRoot } from "../../src/search/engine/paths.ts";
import { search } from "../../src/search/engine/search.ts";

/** What a query loads of the index, and how long the engine takes for it without page and browser. */
export interface CoreCost {
  query: string;
  bytes: number;
  files: number;
  /** How often files are asked for that wait for others: each time costs a round trip. */
  waves: number;
  milliseconds: number;
  /** The bytes of each kind of file. */
  kinds: Map<string, number>;
}

/** The results of a page's first screens, whose texts are loaded. */
const shown = 10;

/** Measures queries on the index in a folder: each with nothing loaded, and each after an earlier one. */
export async function measureCore(
  folder: string,
  queries: readonly string[],
): Promise<{ first: CoreCost[]; later: CoreCost[] }> {
  const first: CoreCost[] = [];
  const later: CoreCost[] = [];
  for (const [at, query] of queries.entries()) {
    first.push(await costOf(folder, query));
    const before = queries.at(at - 1) ?? "";
    later.push(await costOf(folder, query, before));
  }
  return { first, later };
}

/** The cost of a query with nothing loaded, or after another one. */
async function costOf(folder: string, query: string, before?: string): Promise<CoreCost> {
  const files = countingReader(folder);
  const direct: ReadFile = (path) => readFile(join(folder, path));
  const opened = await Promise.all([openAfter(files.read, before), openAfter(direct, before)]);
  files.reset(before !== undefined);
  const [slow, fast] = opened;
  await answer(slow, query);
  const started = performance.now();
  await answer(fast, query);
  return { query, ...files.cost(), milliseconds: performance.now() - started };
}

async function openAfter(read: ReadFile, before: string | undefined): Promise<OpenSearch> {
  const site = await openSearch(read);
  if (before !== undefined) await answer(site, before);
  return site;
}

async function answer(site: OpenSearch, text: string): Promise<void> {
  const { papers } = await search(site, {
    text,
    selection: nothingSelected,
    sort: "relevance",
    typing: false,
    matchAny: false,
  });
  await site.resultDocuments(papers.slice(0, shown));
}

/** Milliseconds without a further request after which those that wait are answered. */
const pause = 15;

/** Reads files a wave at a time, as over a slow line, and counts them. */
function countingReader(folder: string) {
  let [files, waves] = [0, 0];
  let kinds = new Map<string, number>();
  let timer: ReturnType<typeof setTimeout> | undefined;
  let waiting: (() => void)[] = [];
  const answerAll = () => {
    waves += 1;
    for (const one of waiting.splice(0)) one();
  };
  const read: ReadFile = async (path) => {
    clearTimeout(timer);
    timer = setTimeout(answerAll, pause);
    await new Promise<void>((done) => waiting.push(done));
    const bytes = await readFile(join(folder, path));
    files += 1;
    kinds.set(kindOf(path), (kinds.get(kindOf(path)) ?? 0) + bytes.length);
    return bytes;
  };
  return {
    read,
    /** Counts from now on, or also what has been read to open the index. */
    reset: (forget: boolean) => {
      waiting = [];
      if (!forget) return;
      [files, waves] = [0, 0];
      kinds = new Map();
    },
    cost: () => ({
      files,
      waves,
      kinds,
      bytes: [...kinds.values()].reduce((sum, size) => sum + size, 0),
    }),
  };
}

/** What a file has: `search/parts/lexicon/<digest>/3.bin` is `lexicon`. */
function kindOf(path: string): string {
  if (path.startsWith("pagefind/")) return "words";
  return path === searchRoot ? "archive" : (path.split("/")[2] ?? "");
}
