/// <reference lib="webworker" />
import { isSound, type Kind, kindOf, typeOf } from "./addresses-on-device.ts";
import { type Device, keepingOn, openDevice } from "./device.ts";
import { fileList, listedPath } from "./file-list.ts";
import { filesNamedIn } from "./files-named-in.ts";
import { namesUnder } from "./names.ts";
import { forgetRead, readBefore, storeRead } from "./visited-pages-cache.ts";

/**
 * The service worker: answers from the network, and from the device where the network does not. It
 * holds no state but what is on the device, so that a newer one can take its place at any moment.
 */
declare const self: ServiceWorkerGlobalScope;
/** This build's id, and the paths of the pages that must be there without a network, with their files. */
declare const OFFPRINT_BUILD: string;
declare const OFFPRINT_SHELL: string[];

const root = new URL(self.registration.scope);
const names = namesUnder(root);
const missingPage = "offline/missing/";
// Longer than a slow server takes, shorter than a reader waits for a network that is none. Who has
// waited once for nothing is not made to wait so long for each page and file that follows.
const patience = 4_000;
const patienceAfterSilence = 500;
let isSilent = false;

self.addEventListener("install", (event) => {
  event.waitUntil(fillShell().then(() => self.skipWaiting()));
});

self.addEventListener("activate", (event) => {
  event.waitUntil(takeOver());
});

self.addEventListener("fetch", (event) => {
  const { kind, path } = kindOf(root, event.request);
  if (kind === "ignored" || event.request.headers.has("Range")) return;
  event.respondWith(answer(event, kind, path));
});

// A page that was open before the worker was there tells what it is made of; and any page, which
// others its reader wants to have at hand.
self.addEventListener("message", (event) => {
  const told = (name: string) => {
    const urls: unknown = event.data?.[name];
    return Array.isArray(urls) ? urls.filter((url) => typeof url === "string") : [];
  };
  event.waitUntil(
    Promise.all([
      ...told("read").map((url) => remember(url)),
      ...told("wanted").map((url) => remember(url, true)),
    ]),
  );
});

async function fillShell(): Promise<void> {
  const came = await Promise.all(OFFPRINT_SHELL.map(fetchForShell));
  const shell = await caches.open(names.shell(OFFPRINT_BUILD));
  await Promise.all(came.map(({ url, response }) => shell.put(url, response)));
}

/** A file of the shell as it is on the server. While a site is being published, it may not fit. */
async function fetchForShell(path: string): Promise<{ url: URL; response: Response }> {
  const url = new URL(path, root);
  const response = await fetch(url, { cache: "no-cache" });
  if (!isSound(path, response)) throw new Error(`${url} did not come as it should`);
  const text = await response.clone().text();
  const foreign = filesNamedIn(path, text, url, root).find(
    (file) => !OFFPRINT_SHELL.includes(file),
  );
  if (foreign !== undefined) throw new Error(`${url} is of another build: it names ${foreign}`);
  return { url, response };
}

async function takeOver(): Promise<void> {
  const own = names.shell(OFFPRINT_BUILD);
  const older = (await caches.keys()).filter((name) => name.startsWith(names.shells));
  await Promise.all(older.filter((name) => name !== own).map((name) => caches.delete(name)));
  await self.registration.navigationPreload?.enable();
  await self.clients.claim();
}

async function answer(event: FetchEvent, kind: Kind, path: string): Promise<Response> {
  if (kind === "fixed") {
    const there = await fromDevice(path);
    if (there) return there;
  }
  let hasEnded = false;
  const coming = fromNetwork(event, path)
    .catch(() => undefined)
    .finally(() => {
      hasEnded = true;
      isSilent = false;
    });
  // What comes too late for this answer is stored all the same.
  event.waitUntil(coming);
  const first = await Promise.race([coming, after(isSilent ? patienceAfterSilence : patience)]);
  isSilent = !hasEnded;
  // A fault of the server is no better than no server.
  if (first && first.status < 500) return first;
  const there = kind === "fixed" ? undefined : await fromDevice(path);
  if (there) return there;
  return (await coming) ?? (kind === "page" ? missing(path) : Response.error());
}

async function fromNetwork(event: FetchEvent, path: string): Promise<Response> {
  const preloaded: Response | undefined = await event.preloadResponse;
  const response = preloaded ?? (await fetch(event.request));
  if (isSound(path, response)) {
    const copy = response.clone();
    event.waitUntil(unlessKept(path, () => storeRead(root, path, copy)));
  } else if (response.status === 404 || response.status === 410) {
    event.waitUntil(forgetRead(root, path).catch(() => {}));
  }
  return response;
}

/** What the kept archive has need not be stored a second time. */
async function unlessKept(path: string, work: () => Promise<void>): Promise<void> {
  const kept = await keptFiles();
  if (!kept?.hashes.has(path)) await work();
}

/** Stores what is at an address of this site, and with a page its styles and scripts. */
async function remember(address: string, withFiles = false): Promise<void> {
  const { kind, path } = kindOf(root, { url: address, method: "GET", mode: "navigate" });
  if (kind === "ignored") return;
  await unlessKept(path, async () => {
    const there = await readBefore(root, path);
    if (there && !withFiles) return;
    const response = there ?? (await fetch(address, { cache: "force-cache" }));
    if (!there && !isSound(path, response)) return;
    if (withFiles) {
      const files = filesNamedIn(path, await response.clone().text(), new URL(address), root);
      await Promise.all(files.map((file) => remember(new URL(file, root).href)));
    }
    // Last, so that a page that is there has what it is made of.
    if (!there) await storeRead(root, path, response);
  }).catch(() => {});
}

let opened: Promise<Device> | undefined;
let known: { build: string; hashes: Map<string, string> } | undefined;

/** The files of the build that is kept whole, by path; none where storage is blocked or was closed. */
async function keptFiles() {
  try {
    opened ??= openDevice(root);
    const device = await opened;
    const { kept } = await keepingOn(device);
    if (!kept) return undefined;
    if (known?.build !== kept.build) {
      const text = await device.get("lists", kept.build);
      if (text === undefined) return undefined;
      const { packs } = fileList.parse(JSON.parse(text));
      const files = packs.flatMap((pack) => pack.files);
      known = { build: kept.build, hashes: new Map(files.map(([path, , hash]) => [path, hash])) };
    }
    return { device, hashes: known.hashes };
  } catch {
    opened = undefined;
    return undefined;
  }
}

/** A file as the kept archive has it, else as it was read, else of the worker's own pages. */
async function fromDevice(path: string): Promise<Response | undefined> {
  try {
    return (
      (await fromKept(path)) ??
      (await readBefore(root, path)) ??
      (await (await caches.open(names.shell(OFFPRINT_BUILD))).match(new URL(path, root)))
    );
  } catch {
    return undefined;
  }
}

async function fromKept(path: string, status = 200): Promise<Response | undefined> {
  const kept = await keptFiles();
  const hash = kept?.hashes.get(path);
  if (!kept || hash === undefined) {
    // Hosts send a folder's address without slash on its way.
    const withSlash = path !== "" && !path.endsWith("/") && kept?.hashes.has(`${path}/`);
    return withSlash ? Response.redirect(new URL(`${path}/`, root), 302) : undefined;
  }
  const bytes = await kept.device.get("files", hash);
  if (!bytes) return undefined;
  return new Response(bytes, { status, headers: { "Content-Type": typeOf(path) } });
}

/** The page that says that a page is not on this device; or that there is none such at all. */
async function missing(path: string): Promise<Response> {
  const kept = await keptFiles();
  const none = kept && listedPath(path) !== "" ? await fromKept("404.html", 404) : undefined;
  const own = none ?? (await fromDevice(missingPage));
  if (!own) return Response.error();
  return none ?? new Response(own.body, { status: 503, headers: own.headers });
}

function after(milliseconds: number): Promise<undefined> {
  return new Promise((done) => setTimeout(() => done(undefined), milliseconds));
}
