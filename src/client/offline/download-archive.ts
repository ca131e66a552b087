import {
  type ArchiveStore,
  activateBuild,
  type Progress,
  recordProgress,
  storedHashes,
  storeFiles,
} from "./archive-store.ts";
import { type PlannedRequest, planDownload, type WantedFile } from "./download-plan.ts";
import { fetchBytes, HttpError } from "./fetch-bytes.ts";
import { type BuildSummary, buildSummary, fileList, hashOf, summaryPath } from "./file-list.ts";
import { downloadParameter } from "./request-kind.ts";
import { storageNames } from "./storage-names.ts";
import { clearVisitedPages } from "./visited-pages-cache.ts";

/**
 * How a download ended. `stopped`: the reader stopped or removed it. `busy`: another tab is
 * downloading. `unreachable`: the connection failed. `full`: the browser's storage is full.
 * `invalid`: the server sent something other than the build's list says.
 */
export type DownloadResult = "complete" | "stopped" | "busy" | "unreachable" | "full" | "invalid";

interface DownloadOptions {
  signal: AbortSignal;
  onProgress: (progress: Progress) => void;
}

const parallelRequests = 6;
// A site may be published again during a download, which then starts over with the new list.
const mostAttempts = 3;
/** Milliseconds to wait for the summary, since a reader is waiting for it. */
const summaryTimeout = 10_000;

/** The current build on the server. Undefined if it cannot be loaded. */
export async function fetchBuildSummary(root: URL): Promise<BuildSummary | undefined> {
  try {
    const url = new URL(summaryPath, root);
    const signal = AbortSignal.timeout(summaryTimeout);
    const response = await fetch(url, { cache: "no-store", signal });
    return response.ok ? buildSummary.parse(await response.json()) : undefined;
  } catch {
    return undefined;
  }
}

/**
 * Downloads what the device does not have of the current build, and activates the build when it is
 * complete. What has been downloaded stays after a failure, so that the next attempt resumes there.
 * Only one tab at a time downloads.
 */
export async function downloadArchive(
  store: ArchiveStore,
  root: URL,
  options: DownloadOptions,
): Promise<DownloadResult> {
  const { lock: lockName } = storageNames(root);
  return navigator.locks.request(lockName, { ifAvailable: true }, async (lock) => {
    if (!lock) return "busy";
    for (let attempt = 1; ; attempt += 1) {
      try {
        return await downloadBuild(store, root, { ...options, onlyPacks: attempt > 1 });
      } catch (error) {
        if (options.signal.aborted) return "stopped";
        if (error instanceof InvalidDownload && attempt < mostAttempts) continue;
        return resultOfError(error);
      }
    }
  });
}

class InvalidDownload extends Error {}
class Stopped extends Error {}

/** The result of a download that ended with an error. */
export function resultOfError(error: unknown): DownloadResult {
  if (error instanceof Stopped) return "stopped";
  if (error instanceof InvalidDownload) return "invalid";
  if (error instanceof DOMException && error.name === "QuotaExceededError") return "full";
  return "unreachable";
}

async function downloadBuild(
  store: ArchiveStore,
  root: URL,
  { signal, onProgress, onlyPacks }: DownloadOptions & { onlyPacks: boolean },
): Promise<DownloadResult> {
  const summary = await fetchBuildSummary(root);
  if (!summary) return "unreachable";
  const text = await new Response(decompress(await bytesAt(summary.list, root, signal))).text();
  if ((await hashOf(new TextEncoder().encode(text))) !== summary.build) throw new InvalidDownload();
  const list = fileList.parse(JSON.parse(text));
  const plan = planDownload(list, await storedHashes(store), { onlyPacks });
  const { present, total } = plan;
  await recordProgress(store, { present, total });
  onProgress({ present, total });
  await runInParallel(plan.requests, signal, async (request) => {
    const progress = await storeFiles(store, await downloadFiles(request, root, signal));
    if (!progress) throw new Stopped();
    onProgress(progress);
  });
  const hashes = new Set(list.packs.flatMap(({ files }) => files.map(([, , hash]) => hash)));
  const build = { build: summary.build, pages: summary.pages, bytes: total, at: Date.now() };
  if (!(await activateBuild(store, build, text, hashes))) throw new Stopped();
  // The visited pages are in the archive, or no longer exist and must not come back.
  await clearVisitedPages(root).catch(() => {});
  return "complete";
}

async function downloadFiles(
  { path, size, wanted, packed }: PlannedRequest,
  root: URL,
  signal: AbortSignal,
): Promise<{ hash: string; bytes: ArrayBuffer }[]> {
  const received = await bytesAt(path, root, signal);
  // A proxy may have decompressed the pack already; then its size differs.
  const isCompressed = packed && received.byteLength === size;
  const bytes = isCompressed ? await new Response(decompress(received)).arrayBuffer() : received;
  return Promise.all(wanted.map((file) => extractFile(bytes, packed ? file.offset : 0, file)));
}

/** Cuts a file out of a pack and checks its hash. */
async function extractFile(bytes: ArrayBuffer, offset: number, { length, hash }: WantedFile) {
  const file = bytes.slice(offset, offset + length);
  if ((await hashOf(file)) !== hash) throw new InvalidDownload();
  return { hash, bytes: file };
}

async function bytesAt(path: string, root: URL, signal: AbortSignal): Promise<ArrayBuffer> {
  const url = new URL(path, root);
  // The names of packs and lists change with their content.
  if (!/^offline\/.*\.(?:pack|list)$/.test(path)) url.searchParams.set(downloadParameter, "");
  try {
    return await fetchBytes(url, { signal, redirect: "error", cache: "no-cache" });
  } catch (error) {
    // A missing file means that the server has another build now. A server error may pass.
    throw error instanceof HttpError && error.status < 500 ? new InvalidDownload() : error;
  }
}

function decompress(bytes: ArrayBuffer): ReadableStream<Uint8Array> {
  const stream = new Blob([bytes]).stream();
  const [first, second] = new Uint8Array(bytes);
  const isGzip = first === 0x1f && second === 0x8b;
  return isGzip ? stream.pipeThrough(new DecompressionStream("gzip")) : stream;
}

/**
 * Runs a task for each item, several at a time. After a failure no new task starts, but running ones
 * may finish, so that each attempt on a bad connection achieves something. Then it rejects.
 */
async function runInParallel<T>(
  items: T[],
  signal: AbortSignal,
  task: (item: T) => Promise<void>,
): Promise<void> {
  const queue = [...items];
  const failures: unknown[] = [];
  const runner = async () => {
    for (let item = queue.shift(); item !== undefined; item = queue.shift()) {
      if (signal.aborted || failures.length > 0) return;
      await task(item).catch((error: unknown) => failures.push(error));
    }
  };
  await Promise.all(Array.from({ length: parallelRequests }, runner));
  if (signal.aborted) throw new Stopped();
  if (failures.length > 0) throw failures[0];
}
