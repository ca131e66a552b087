/// <reference lib="webworker" />
import { type ArchiveStore, openArchiveStore, readState } from "./archive-store.ts";
import { fileList, listedPath } from "./file-list.ts";
import { assetsOfPage } from "./page-assets.ts";
import { classifyRequest, isValidResponse, mediaTypeOf, type RequestKind } from "./request-kind.ts";
import { storageNames } from "./storage-names.ts";
import { findVisited, removeVisited, storeVisited } from "./visited-pages-cache.ts";

/**
 * The service worker: answers from the network, and from the device if the network fails. All of its
 * state is on the device, so that a newer worker can replace it at any moment.
 */
declare const self: ServiceWorkerGlobalScope;
/** This build's id, and the paths of the pages, with their files, that must always work offline. */
declare const OFFPRINT_BUILD: string;
declare const OFFPRINT_SHELL: string[];

const root = new URL(self.registration.scope);
const names = storageNames(root);
const missingPage = "offline/missing/";
// In milliseconds: longer than a slow server takes, but not longer than readers wait. After a request
// without an answer, the timeout is short, so that they do not wait again for each page and file.
const networkTimeout = 4_000;
const timeoutAfterSilence = 500;
let isNetworkSilent = false;

self.addEventListener("install", (event) => {
  event.waitUntil(fillShell().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(takeOver());
});

self.addEventListener("fetch", (event) => {
  const { kind, path } = classifyRequest(root, event.request);
  if (kind === "ignored" || event.request.headers.has("Range")) return;
  event.respondWith(answer(event, kind, path));
});

// `read`: what a page that was loaded before this worker existed has loaded. `wanted`: pages to store
// with everything they need.
self.addEventListener("message", (event) => {
  const urlsIn = (name: string) => {
    const urls: unknown = event.data?.[name];
    return Array.isArray(urls) ? urls.filter((url) => typeof url === "string") : [];
  };
  event.waitUntil(
    Promise.all([
      ...urlsIn("read").map((url) => storeAddress(url)),
      ...urlsIn("wanted").map((url) => storeAddress(url, true)),
    ]),
  );
});

async function fillShell(): Promise<void> {
  const fetched = await Promise.all(OFFPRINT_SHELL.map(fetchForShell));
  const shell = await caches.open(names.shell(OFFPRINT_BUILD));
  await Promise.all(fetched.map(({ url, response }) => shell.put(url, response)));
}

/** A file of the shell from the server. Rejects if it is of another build, as during publishing. */
async function fetchForShell(path: string): Promise<{ url: URL; response: Response }> {
  const url = new URL(path, root);
  const response = await fetch(url, { cache: "no-cache" });
  if (!isValidResponse(path, response)) throw new Error(`Unexpected response for ${url}`);
  const text = await response.clone().text();
  const foreign = assetsOfPage(path, text, url, root).find(
    (file) => !OFFPRINT_SHELL.includes(file),
  );
  if (foreign !== undefined) throw new Error(`${url} is of another build: it links ${foreign}`);
  return { url, response };
}

async function takeOver(): Promise<void> {
  const own = names.shell(OFFPRINT_BUILD);
  const shells = (await caches.keys()).filter((name) => name.startsWith(names.shellPrefix));
  await Promise.all(shells.filter((name) => name !== own).map((name) => caches.delete(name)));
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

async function answer(event: FetchEvent, kind: RequestKind, path: string): Promise<Response> {
  if (kind === "immutable") {
    const stored = await fromDevice(path);
    if (stored) return stored;
  }
  let hasEnded = false;
  const response = fromNetwork(event, path)
    .catch(() => undefined)
    .finally(() => {
      hasEnded = true;
      isNetworkSilent = false;
    });
  // A response that arrives too late is still stored.
  event.waitUntil(response);
  const timeout = isNetworkSilent ? timeoutAfterSilence : networkTimeout;
  const inTime = await Promise.race([response, wait(timeout)]);
  isNetworkSilent = !hasEnded;
  // A server error is treated like no response.
  if (inTime && inTime.status < 500) return inTime;
  const stored = kind === "immutable" ? undefined : await fromDevice(path);
  if (stored) return stored;
  return (await response) ?? (kind === "page" ? pageForMissing(path) : Response.error());
}

async function fromNetwork(event: FetchEvent, path: string): Promise<Response> {
  const preloaded: Response | undefined = await event.preloadResponse;
  const response = preloaded ?? (await fetch(event.request));
  if (isValidResponse(path, response)) {
    const copy = response.clone();
    event.waitUntil(unlessInArchive(path, () => storeVisited(root, path, copy)));
  } else if (response.status === 404 || response.status === 410) {
    event.waitUntil(removeVisited(root, path).catch(() => {}));
  }
  return response;
}

/** Files of the downloaded archive are not stored a second time. */
async function unlessInArchive(path: string, store: () => Promise<void>): Promise<void> {
  const archive = await storedArchive();
  if (!archive?.hashes.has(path)) await store();
}

/** Stores what is at an address of this site; `withAssets` also the styles and scripts of a page. */
async function storeAddress(address: string, withAssets = false): Promise<void> {
  const { kind, path } = classifyRequest(root, { url: address, method: "GET", mode: "navigate" });
  if (kind === "ignored") return;
  await unlessInArchive(path, async () => {
    const stored = await findVisited(root, path);
    if (stored && !withAssets) return;
    const response = stored ?? (await fetch(address, { cache: "force-cache" }));
    if (!stored && !isValidResponse(path, response)) return;
    if (withAssets) {
      const assets = assetsOfPage(path, await response.clone().text(), new URL(address), root);
      await Promise.all(assets.map((asset) => storeAddress(new URL(asset, root).href)));
    }
    // Last, so that a page that is stored always has its assets.
    if (!stored) await storeVisited(root, path, response);
  }).catch(() => {});
}

let opening: Promise<ArchiveStore> | undefined;
let current: { build: string; hashes: Map<string, string> } | undefined;

/** The downloaded archive with its files by path. Undefined without one, or where storage is blocked. */
async function storedArchive() {
  try {
    opening ??= openArchiveStore(root);
    const store = await opening;
    const { kept } = await readState(store);
    if (!kept) return undefined;
    if (current?.build !== kept.build) {
      const text = await store.get("lists", kept.build);
      if (text === undefined) return undefined;
      const { packs } = fileList.parse(JSON.parse(text));
      const files = packs.flatMap((pack) => pack.files);
      current = { build: kept.build, hashes: new Map(files.map(([path, , hash]) => [path, hash])) };
    }
    return { store, hashes: current.hashes };
  } catch {
    // Also after the database was closed for an upgrade: open it again next time.
    opening = undefined;
    return undefined;
  }
}

/** A file from the downloaded archive, else from a visit, else from the worker's own pages. */
async function fromDevice(path: string): Promise<Response | undefined> {
  try {
    return (
      (await fromArchive(path)) ??
      (await findVisited(root, path)) ??
      (await (await caches.open(names.shell(OFFPRINT_BUILD))).match(new URL(path, root)))
    );
  } catch {
    return undefined;
  }
}

async function fromArchive(path: string, status = 200): Promise<Response | undefined> {
  const archive = await storedArchive();
  const hash = archive?.hashes.get(path);
  if (!archive || hash === undefined) {
    // Hosts redirect the address of a folder without a slash.
    const isFolder = path !== "" && !path.endsWith("/") && archive?.hashes.has(`${path}/`);
    return isFolder ? Response.redirect(new URL(`${path}/`, root), 302) : undefined;
  }
  const bytes = await archive.store.get("files", hash);
  if (!bytes) return undefined;
  return new Response(bytes, { status, headers: { "Content-Type": mediaTypeOf(path) } });
}

/** The 404 page if the whole archive is stored, else the page that lists what can be read offline. */
async function pageForMissing(path: string): Promise<Response> {
  const archive = await storedArchive();
  const notFound =
    archive && listedPath(path) !== "" ? await fromArchive("404.html", 404) : undefined;
  if (notFound) return notFound;
  const page = await fromDevice(missingPage);
  return page ? new Response(page.body, { status: 503, headers: page.headers }) : Response.error();
}

function wait(milliseconds: number): Promise<undefined> {
  return new Promise((resolve) => setTimeout(() => resolve(undefined), milliseconds));
}
