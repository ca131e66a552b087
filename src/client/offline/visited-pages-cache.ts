import { isSearchPath } from "../../search/engine/paths.ts";
import { pathUnder } from "./addresses-on-device.ts";
import { namesUnder } from "./names.ts";

/**
 * What readers have seen stays readable: a page with the files that it names. Their names change with
 * their content, so a page of an older build keeps the look of its build. Oldest goes first.
 */
const shelves = [
  { name: "pages", most: 400, holds: (path: string) => /(?:^|\/)$|\.html$/.test(path) },
  { name: "index", most: 600, holds: isSearchPath },
  { name: "assets", most: 300, holds: () => true },
] as const;

const shelfOf = (path: string) => shelves.find(({ holds }) => holds(path)) ?? shelves[2];

/** The address by which something is stored: a query makes no other page of a static site. */
function addressOf(root: URL, path: string): string {
  const url = new URL(root);
  url.pathname += path.split("/").map(encodeURIComponent).join("/");
  return url.href;
}

/** What was read before from this address. */
export async function readBefore(root: URL, path: string): Promise<Response | undefined> {
  const shelf = await caches.open(namesUnder(root)[shelfOf(path).name]);
  return shelf.match(addressOf(root, path));
}

/** Stores what was read. Without room, the older half goes; without storage, nothing is stored. */
export async function storeRead(root: URL, path: string, response: Response): Promise<void> {
  const { name, most } = shelfOf(path);
  try {
    const shelf = await caches.open(namesUnder(root)[name]);
    const address = addressOf(root, path);
    // Put anew at the end, so that what is read again stays longest.
    await shelf.delete(address);
    await shelf.put(address, response);
    await shorten(shelf, most);
  } catch (error) {
    if (!(error instanceof DOMException && error.name === "QuotaExceededError")) return;
    const shelf = await caches.open(namesUnder(root)[name]);
    await shorten(shelf, Math.floor((await shelf.keys()).length / 2));
  }
}

/** Forgets one page, since the server says that it is no more. */
export async function forgetRead(root: URL, path: string): Promise<void> {
  const shelf = await caches.open(namesUnder(root)[shelfOf(path).name]);
  await shelf.delete(addressOf(root, path));
}

async function shorten(shelf: Cache, most: number): Promise<void> {
  const keys = await shelf.keys();
  await Promise.all(keys.slice(0, Math.max(0, keys.length - most)).map((key) => shelf.delete(key)));
}

/** Forgets the pages that were read, but not their styles and scripts, which open tabs may need. */
export async function forgetPagesRead(root: URL): Promise<void> {
  const { pages, index } = namesUnder(root);
  await Promise.all([caches.delete(pages), caches.delete(index)]);
}

/** Forgets every page that was read. */
export async function forgetAllRead(root: URL): Promise<void> {
  const names = namesUnder(root);
  await Promise.all(shelves.map(({ name }) => caches.delete(names[name])));
}

/** The pages that were read and can be read again, the latest first, by path. */
export async function pagesRead(root: URL): Promise<string[]> {
  const name = namesUnder(root).pages;
  if (!(await caches.has(name))) return [];
  const keys = await (await caches.open(name)).keys();
  return keys
    .toReversed()
    .map(({ url }) => pathUnder(root, new URL(url)))
    .filter((path) => path !== undefined);
}
