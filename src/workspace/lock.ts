import { AsyncLocalStorage } from "node:async_hooks";
import { randomUUID } from "node:crypto";
import { unlinkSync } from "node:fs";
import { stat, unlink, utimes, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import { setTimeout } from "node:timers/promises";
import { type Holder, isRunning, readHolder, thisProcess } from "./lock-holder.ts";
import { makeFolder } from "./make-folder.ts";
import { at } from "./system-error.ts";

/** How long a command waits for another one, in milliseconds. */
const patience = 5_000;
const pollEvery = 100;
/** How often a holder shows that it is still running, in milliseconds. */
const heartbeat = 5_000;
/** Without a sign of life for this long, a holder on another machine has ended, in milliseconds. */
const longestSilence = 600_000;
/** A file without a holder after this long is from a process that was killed while it made it. */
const longestWrite = 2_000;

/** The locks that the running work holds, so that work inside of it does not wait for itself. */
const held = new AsyncLocalStorage<readonly string[]>();

/**
 * Runs work while no other process holds the same lock, a file that names its holder. A lock whose
 * holder has ended is taken over. Throws an error that names the holder if the lock is not free after
 * a few seconds.
 */
export async function withLock<T>(
  file: string,
  work: () => Promise<T>,
  { patience: longest = patience }: { patience?: number } = {},
): Promise<T> {
  const locks = held.getStore() ?? [];
  if (locks.includes(file)) return work();
  const holder = { ...thisProcess(), nonce: randomUUID(), since: new Date().toISOString() };
  const limit = performance.now() + longest;
  await makeFolder(dirname(file));
  while (!(await create(file, holder))) await waitFor(file, limit);
  const atExit = () => unlinkSync(file);
  process.once("exit", atExit);
  const beat = setInterval(() => showLife(file), heartbeat).unref();
  try {
    return await held.run([...locks, file], work);
  } finally {
    clearInterval(beat);
    process.off("exit", atExit);
    if ((await readHolder(file))?.nonce === holder.nonce) await unlink(file);
  }
}

/** Waits until no process holds a lock. Throws an error that names the holder if that takes too long. */
export async function untilFree(file: string, longest = patience): Promise<void> {
  const limit = performance.now() + longest;
  while ((await stateOf(file)) === "held") await waitFor(file, limit);
}

/** Removes a lock whose holder has ended, for work that needs no lock itself. */
export async function clearStaleLock(file: string): Promise<void> {
  if ((await stateOf(file)) === "stale") await removeStale(file);
}

/** Creates a lock. False if there is one. */
async function create(file: string, holder: Holder): Promise<boolean> {
  try {
    await at(file, () => writeFile(file, `${JSON.stringify(holder)}\n`, { flag: "wx" }));
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    // A full disk leaves an empty file.
    await unlink(file).catch(() => {});
    throw error;
  }
}

async function waitFor(file: string, limit: number): Promise<void> {
  const state = await stateOf(file);
  if (state === "free") return;
  if (state === "stale") await removeStale(file);
  else if (performance.now() > limit) throw new Error(await describeHolder(file));
  else await setTimeout(pollEvery);
}

/** Removes a lock whose holder has ended. Only one process at a time may do so. */
async function removeStale(file: string): Promise<void> {
  const guard = `${file}.takeover`;
  const holder = { ...thisProcess(), nonce: randomUUID(), since: new Date().toISOString() };
  if (!(await create(guard, holder))) {
    if ((await stateOf(guard)) === "stale") await removeStale(guard);
    else await setTimeout(pollEvery);
    return;
  }
  try {
    if ((await stateOf(file)) === "stale") await unlink(file);
  } finally {
    await unlink(guard);
  }
}

async function stateOf(file: string): Promise<"free" | "held" | "stale"> {
  const found = await stat(file).catch(() => undefined);
  if (!found) return "free";
  // The clock may have been set back since.
  const silence = Math.abs(Date.now() - found.mtimeMs);
  const holder = await readHolder(file);
  if (!holder) return silence > longestWrite ? "stale" : "held";
  const running = isRunning(holder) ?? silence < longestSilence;
  return running ? "held" : "stale";
}

async function describeHolder(file: string): Promise<string> {
  const holder = await readHolder(file);
  if (!holder) return `another command is at work here (${file})`;
  const { command, pid, host, since } = holder;
  const where = isRunning(holder) === undefined ? ` on ${host}` : "";
  // In Swedish, a date and a time are written as in ISO 8601, but here in local time.
  const start = new Date(since).toLocaleString("sv");
  const otherwise = where ? ` If no such process is running anymore, delete ${file}.` : "";
  return `${command} (process ${pid}${where}) has been working in this archive since ${start}. Wait until it has finished, or end it, and then run this command again.${otherwise}`;
}

function showLife(file: string): void {
  const now = new Date();
  utimes(file, now, now).catch(() => {});
}
