import { appendFileSync } from "node:fs";
import { z } from "zod";

/** The variable by which a benchmark names the file for these times. Without it, nothing is measured. */
export const stagesVariable = "OFFPRINT_STAGES";

/** What a stage of a process's work took, in seconds; `processor` counts all of its threads. */
export const stageTime = z.object({ stage: z.string(), wall: z.number(), processor: z.number() });
/** What a stage of a process's work took. */
export type StageTime = z.infer<typeof stageTime>;

/**
 * Measures this process's work for a benchmark. Each call of the result writes what has passed since the one before
 * as the time of the stage that it names.
 */
export function stageTimer(): (stage: string) => void {
  const file = process.env[stagesVariable];
  if (!file) return () => {};
  let time = performance.now();
  let used = process.cpuUsage();
  return (stage) => {
    const now = performance.now();
    const { user, system } = process.cpuUsage(used);
    const measured: StageTime = {
      stage,
      wall: (now - time) / 1000,
      processor: (user + system) / 1e6,
    };
    // A line this short is written as a whole, whatever other processes write at the same time.
    appendFileSync(file, `${JSON.stringify(measured)}\n`);
    time = now;
    used = process.cpuUsage();
  };
}
