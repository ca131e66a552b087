import { isSearchPath } from "../../search/engine/paths.ts";
import { pathUnder } from "./request-kind.ts";
import { storageNames } from "./storage-names.ts";

/**
 * Visited pages stay readable offline, with the files that they load. Names of styles and scripts
 * change with their content, so a page of an older build keeps its look. Each cache has a
 * limit and drops its oldest entries.
 */
const cacheRules = [
  { cache: "pages", most: 400, contains: (path: string) => /(?:^|\/)$|\.html$/.test(path) },
  { cache: "index", most: 600, contains: isSearchPath },
  { cache: "assets", most: 300, contains: () => true },
] as const;

const ruleFor = (path: string) =>
  cacheRules.find(({ contains }) => contains(path)) ?? cacheRules[2];

const openCacheFor = (root: URL, path: string) =>
  caches.open(storageNames(root)[ruleFor(path).cache]);

/** The address by which a path is stored, without the query, which a static site ignores. */
function cacheKey(root: URL, path: string): string {
  const url = new URL(root);
  url.pathname += path.split("/").map(encodeURIComponent).join("/");
  return url.href;
}

/** What was stored for a path when it was visited. */
export async function findVisited(root: URL, path: string): Promise<Response | undefined> {
  const cache = await openCacheFor(root, path);
  return cache.match(cacheKey(root, path));
}

/** Stores a response. If there is no space, removes the older half of the cache; never rejects for that. */
export async function storeVisited(root: URL, path: string, response: Response): Promise<void> {
  try {
    const cache = await openCacheFor(root, path);
    const key = cacheKey(root, path);
    // Moves the entry to the end, so that what is visited again stays longest.
    await cache.delete(key);
    await cache.put(key, response);
    await shorten(cache, ruleFor(path).most);
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "QuotaExceededError")) return;
    const cache = await openCacheFor(root, path);
    await shorten(cache, Math.floor((await cache.keys()).length / 2));
  }
}

/** Removes a page that no longer exists on the server. */
export async function removeVisited(root: URL, path: string): Promise<void> {
  const cache = await openCacheFor(root, path);
  await cache.delete(cacheKey(root, path));
}

async function shorten(cache: Cache, most: number): Promise<void> {
  const keys = await cache.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - most)).map((key) => cache.delete(key)));
}

/** Removes the visited pages, but not their styles and scripts, which open tabs may still need. */
export async function clearVisitedPages(root: URL): Promise<void> {
  const { pages, index } = storageNames(root);
  await Promise.all([caches.delete(pages), caches.delete(index)]);
}

/** Removes everything that was stored on visits. */
export async function clearVisited(root: URL): Promise<void> {
  const names = storageNames(root);
  await Promise.all(cacheRules.map(({ cache }) => caches.delete(names[cache])));
}

/** Paths of the visited pages, the latest first. */
export async function visitedPages(root: URL): Promise<string[]> {
  const name = storageNames(root).pages;
  if (!(await caches.has(name))) return [];
  const keys = await (await caches.open(name)).keys();
  return keys
    .toReversed()
    .map(({ url }) => pathUnder(root, new URL(url)))
    .filter((path) => path !== undefined);
}
