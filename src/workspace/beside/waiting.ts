import type { ChildProcess } from "node:child_process";
import { resolve } from "node:path";

/** Processes that have made the entries, and can make what is beside the pages as well, by workspace. */
const waiting = new Map<string, ChildProcess>();

/** Lets a process of this one wait until something is to be made beside the pages. */
export function letWait(root: string, child: ChildProcess): void {
  stopWaiting(root);
  waiting.set(resolve(root), child);
}

/** The process that waits, which waits no longer; undefined if none does. */
export function takeWaiting(root: string): ChildProcess | undefined {
  const child = waiting.get(resolve(root));
  waiting.delete(resolve(root));
  return child?.connected ? child : undefined;
}

/** Ends the process that waits, as nothing is to be made. */
export function stopWaiting(root: string): void {
  takeWaiting(root)?.kill();
}
