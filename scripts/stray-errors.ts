import { setImmediate } from "node:timers/promises";
import { describeError } from "../src/workspace/system-error.ts";

/**
 * Runs work that may run an owner's code. A promise that the code rejects and nothing awaits, or an
 * error in a timer of it, would end the process with a bare stack. Here the work ends first, and then an
 * error says what went wrong.
 */
export async function withoutStrayErrors<T>(work: () => Promise<T>): Promise<T> {
  const strays: string[] = [];
  const keepRejected = (error: unknown) => strays.push(describeStray(error, rejected));
  const keepThrown = (error: unknown) => strays.push(describeStray(error, thrown));
  process.on("unhandledRejection", keepRejected);
  process.on("uncaughtException", keepThrown);
  try {
    const result = await work();
    // Node reports a rejection only after the tasks that are due.
    await setImmediate();
    if (strays.length > 0) throw new Error(strays.join("\n"));
    return result;
  } finally {
    process.off("unhandledRejection", keepRejected);
    process.off("uncaughtException", keepThrown);
  }
}

const rejected = {
  what: "rejected a promise that nothing awaits",
  hint: "Await the promise, or handle its errors with .catch().",
};
const thrown = {
  what: "threw an error in a timer or a callback, where nothing could catch it",
  hint: "Catch the error where it is thrown, or do without the timer.",
};

function describeStray(error: unknown, { what, hint }: typeof thrown): string {
  const where = error instanceof Error ? placeIn(error.stack ?? "") : undefined;
  const from = where === undefined ? "" : ` (in ${where})`;
  return `Code of a page, note or component ${what}${from}: ${describeError(error)}\n  ${hint}`;
}

/** The bundle in which the error was made. Its name begins with that of the page or component. */
function placeIn(stack: string): string | undefined {
  return /[\\/]\.prerender[\\/](?:chunks[\\/])?([^\s\\/:]+\.mjs)/.exec(stack)?.[1];
}
