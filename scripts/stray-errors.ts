import { setImmediate } from "node:timers/promises";
import { describeError } from "../src/workspace/system-error.ts";

/**
 * Runs work that may run an owner's code. A promise that the code rejects and nothing awaits would end
 * the process with a bare stack. Here the work ends first, and then an error says what was rejected.
 */
export async function withoutStrayErrors<T>(work: () => Promise<T>): Promise<T> {
  const strays: unknown[] = [];
  const keep = (error: unknown) => strays.push(error);
  process.on("unhandledRejection", keep);
  try {
    const result = await work();
    // Node reports a rejection only after the tasks that are due.
    await setImmediate();
    if (strays.length > 0) throw new Error(strays.map(describeStray).join("\n"));
    return result;
  } finally {
    process.off("unhandledRejection", keep);
  }
}

function describeStray(error: unknown): string {
  const where = error instanceof Error ? placeIn(error.stack ?? "") : undefined;
  const from = where === undefined ? "" : ` (in ${where})`;
  return `Code of a page, note or component rejected a promise that nothing awaits${from}: ${describeError(error)}\n  Await the promise, or handle its errors with .catch().`;
}

/** The bundle in which the error was made. Its name begins with that of the page or component. */
function placeIn(stack: string): string | undefined {
  return /[\\/]\.prerender[\\/](?:chunks[\\/])?([^\s\\/:]+\.mjs)/.exec(stack)?.[1];
}
