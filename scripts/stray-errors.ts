import { setImmediate } from "node:timers/promises";
import { reportMessages } from "../src/astro/integrations/build-report.ts";
import { report, strayError } from "../src/schemas/rules.ts";
import { describeError } from "../src/workspace/system-error.ts";

/**
 * Runs work that may run an owner's code. A promise that the code rejects and nothing awaits, or an
 * error in a timer of it, would end the process with a bare stack. Here the work goes on, and the error is
 * reported.
 */
export async function reportStrayErrors<T>(work: () => Promise<T>): Promise<T> {
  const rejected = (error: unknown) => reportMessages([messageOf("rejected", error)]);
  const thrown = (error: unknown) => reportMessages([messageOf("thrown", error)]);
  process.on("unhandledRejection", rejected);
  process.on("uncaughtException", thrown);
  try {
    const result = await work();
    // Node reports a rejection only after the tasks that are due.
    await setImmediate();
    return result;
  } finally {
    process.off("unhandledRejection", rejected);
    process.off("uncaughtException", thrown);
  }
}

function messageOf(kind: "rejected" | "thrown", error: unknown) {
  const where = error instanceof Error ? placeIn(error.stack ?? "") : undefined;
  const from = where === undefined ? "" : ` (in ${where})`;
  const reason = `${describeError(error)}${from}`;
  return report(strayError, { kind, reason });
}

/** The bundle in which the error was made. Its name begins with that of the page or component. */
function placeIn(stack: string): string | undefined {
  return /[\\/]\.prerender[\\/](?:chunks[\\/])?([^\s\\/:]+\.mjs)/.exec(stack)?.[1];
}
