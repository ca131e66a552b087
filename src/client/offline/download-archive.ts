import {
  type Device,
  hashesOn,
  noteProgress,
  type Progress,
  putFiles,
  switchTo,
} from "./device.ts";
import { type Fetch, planFetching, type Wanted } from "./download-plan.ts";
import { fetchBytes, Refused } from "./fetch-bytes.ts";
import { type BuildSummary, buildSummary, fileList, hashOf, summaryPath } from "./file-list.ts";
import { namesUnder } from "./names.ts";
import { forgetPagesRead } from "./visited-pages-cache.ts";

/**
 * How an attempt ended. `stopped`: the reader stopped or removed it. `busy`: another tab is at it.
 * `unreachable`: the network failed. `full`: the browser gives no more room. `unsound`: the server
 * sent something else than the build promises.
 */
export type DownloadOutcome = "kept" | "stopped" | "busy" | "unreachable" | "full" | "unsound";

const atOnce = 6;
// A site that is published anew while it is fetched: start again with the new list, so often.
const builds = 3;

// A reader waits for the answer, and is told that there is none.
const patience = 10_000;

/** The build that is on the server now; undefined where it cannot be told. */
export async function buildOnServer(root: URL): Promise<BuildSummary | undefined> {
  try {
    const url = new URL(summaryPath, root);
    const signal = AbortSignal.timeout(patience);
    const response = await fetch(url, { cache: "no-store", signal });
    return response.ok ? buildSummary.parse(await response.json()) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Brings the whole build that is on the server to the device, or what it lacks of it, and switches to
 * it when it is complete. What has come stays when it fails or stops, so that the next attempt goes
 * on from there. One tab at a time does it.
 */
export async function keepArchive(
  device: Device,
  root: URL,
  { signal, onProgress }: { signal: AbortSignal; onProgress: (progress: Progress) => void },
): Promise<DownloadOutcome> {
  return navigator.locks.request(namesUnder(root).lock, { ifAvailable: true }, async (lock) => {
    if (!lock) return "busy";
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await keepBuild(device, root, { signal, onProgress, onlyPacks: attempt > 1 });
      } catch (error) {
        if (signal.aborted) return "stopped";
        if (error instanceof Unsound && attempt < builds) continue;
        return outcomeOf(error);
      }
    }
  });
}

class Unsound extends Error {}
class Stopped extends Error {}

/** What an error of the attempt means for the reader. */
export function outcomeOf(error: unknown): DownloadOutcome {
  if (error instanceof Stopped) return "stopped";
  if (error instanceof Unsound) return "unsound";
  if (error instanceof DOMException && error.name === "QuotaExceededError") return "full";
  return "unreachable";
}

async function keepBuild(
  device: Device,
  root: URL,
  {
    signal,
    onProgress,
    onlyPacks,
  }: { signal: AbortSignal; onProgress: (progress: Progress) => void; onlyPacks: boolean },
): Promise<DownloadOutcome> {
  const summary = await buildOnServer(root);
  if (!summary) return "unreachable";
  const text = await new Response(unzipped(await bytesAt(summary.list, root, signal))).text();
  if ((await hashOf(new TextEncoder().encode(text))) !== summary.build) throw new Unsound();
  const list = fileList.parse(JSON.parse(text));
  const { fetches, present, total } = planFetching(list, await hashesOn(device), {
    onlyPacks,
  });
  await noteProgress(device, { present, total });
  onProgress({ present, total });
  await inTurns(fetches, signal, async (one) => {
    const files = await filesOf(one, root, signal);
    const progress = await putFiles(device, files);
    if (!progress) throw new Stopped();
    onProgress(progress);
  });
  const hashes = new Set(list.packs.flatMap(({ files }) => files.map(([, , hash]) => hash)));
  const kept = { build: summary.build, pages: summary.pages, bytes: total, at: Date.now() };
  if (!(await switchTo(device, kept, text, hashes))) throw new Stopped();
  // They are of this build or of older ones, and a page that is no more must not come back.
  await forgetPagesRead(root).catch(() => {});
  return "kept";
}

async function filesOf(
  { path, size, wanted, packed }: Fetch,
  root: URL,
  signal: AbortSignal,
): Promise<{ hash: string; bytes: ArrayBuffer }[]> {
  const came = await bytesAt(path, root, signal);
  // A server on the way may have undone the compression already; its size tells.
  const zipped = packed && came.byteLength === size;
  const bytes = zipped ? await new Response(unzipped(came)).arrayBuffer() : came;
  return Promise.all(wanted.map((file) => cut(bytes, packed ? file.offset : 0, file)));
}

/** One file out of what came, if it is what the list says. */
async function cut(bytes: ArrayBuffer, offset: number, { length, hash }: Wanted) {
  const file = bytes.slice(offset, offset + length);
  if ((await hashOf(file)) !== hash) throw new Unsound();
  return { hash, bytes: file };
}

async function bytesAt(path: string, root: URL, signal: AbortSignal): Promise<ArrayBuffer> {
  const url = new URL(path, root);
  // Says to the service worker that this is not a reader's visit, and to caches that it is another
  // address; the files' names alone do not change with their content.
  if (!/^offline\/.*\.(?:pack|list)$/.test(path)) url.searchParams.set("keeping", "");
  try {
    return await fetchBytes(url, { signal, redirect: "error", cache: "no-cache" });
  } catch (error) {
    // Gone from the server means that another build is there now; a fault of the server passes.
    throw error instanceof Refused && error.status < 500 ? new Unsound() : error;
  }
}

function unzipped(bytes: ArrayBuffer): ReadableStream<Uint8Array> {
  const stream = new Blob([bytes]).stream();
  const [first, second] = new Uint8Array(bytes);
  return first === 0x1f && second === 0x8b
    ? stream.pipeThrough(new DecompressionStream("gzip"))
    : stream;
}

/**
 * Does some at a time. After a failure nothing more is begun, but what is under way may end well, so
 * that a bad line still brings something each time; the failure is told when all has ended.
 */
async function inTurns<T>(
  items: T[],
  signal: AbortSignal,
  work: (item: T) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  const failures: unknown[] = [];
  const worker = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      if (signal.aborted || failures.length > 0) return;
      await work(item).catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: atOnce }, worker));
  if (signal.aborted) throw new Stopped();
  if (failures.length > 0) throw failures[0];
}
