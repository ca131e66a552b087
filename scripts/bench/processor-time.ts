import { readFileSync } from "node:fs";

/** Linux counts processor time in hundredths of a second, whatever its own clock is. */
const ticksPerSecond = 100;

/**
 * The seconds of processor time of all child processes that have ended, and of theirs. Undefined on systems
 * without /proc.
 */
export function processorTimeOfChildren(): number | undefined {
  try {
    const stat = readFileSync("/proc/self/stat", "utf8");
    // The name of the command, in parentheses, may have spaces.
    const fields = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    const [user = 0, system = 0] = fields.slice(13, 15).map(Number);
    return (user + system) / ticksPerSecond;
  } catch {
    return undefined;
  }
}
