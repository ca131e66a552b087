import { z } from "zod/mini";

/** What this site uses of Pagefind's browser API (pagefind.js in the index's folder). */
interface PagefindClient {
  options: (options: { excerptLength: number }) => Promise<void>;
  init: () => Promise<void>;
  search: (query: string) => Promise<{ results: { data: () => Promise<unknown> }[] }>;
}

const hit = z.object({
  url: z.string(),
  excerpt: z.string(),
  meta: z.record(z.string(), z.string()),
});
export type Hit = z.infer<typeof hit>;

/** Results of a query; each is fetched when it is asked for. */
export interface Results {
  total: number;
  get: (from: number, count: number) => Promise<Hit[]>;
}

let client: Promise<PagefindClient> | undefined;

/** Searches the index at an address; it is loaded when it is first used. */
export async function search(index: string, query: string): Promise<Results> {
  client ??= load(index).catch((error: unknown) => {
    // A failed load must not fail every later search.
    client = undefined;
    throw error;
  });
  const { results } = await (await client).search(query);
  return {
    total: results.length,
    get: (from, count) =>
      Promise.all(
        results.slice(from, from + count).map(async (result) => hit.parse(await result.data())),
      ),
  };
}

async function load(index: string): Promise<PagefindClient> {
  const loaded: PagefindClient = await import(/* @vite-ignore */ index);
  await loaded.options({ excerptLength: 40 });
  await loaded.init();
  return loaded;
}
