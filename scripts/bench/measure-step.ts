import { spawn } from "node:child_process";
import { type MemoryPeak, watchMemory } from "./memory.ts";
import { processorTimeOfChildren } from "./processor-time.ts";

/** What a step of a benchmark took. */
export interface MeasuredStep {
  name: string;
  /** From its start to its end, in seconds. */
  wall: number;
  /** Seconds of processor time of all its processes; undefined on systems without /proc. */
  processor: number | undefined;
  peak: MemoryPeak | undefined;
}

/** Runs a script in a folder and measures it. Throws an error if it fails. */
export function measureStep(
  name: string,
  cwd: string,
  parameters: readonly string[],
): Promise<MeasuredStep> {
  console.log(`\n— ${name}`);
  const started = performance.now();
  const before = processorTimeOfChildren();
  const child = spawn(process.execPath, parameters, { cwd, stdio: "inherit" });
  const peak = watchMemory(child.pid ?? 0);
  return new Promise((done, failed) => {
    child.once("error", failed);
    child.once("exit", (code) => {
      const wall = (performance.now() - started) / 1000;
      const after = processorTimeOfChildren();
      const memory = peak();
      const processor = before === undefined || after === undefined ? undefined : after - before;
      if (code === 0) done({ name, wall, processor, peak: memory });
      else failed(new Error(`${parameters.join(" ")} ended with exit code ${code}`));
    });
  });
}

/** A table of steps in Markdown. Ratios are to the processor time of the steps of a first build. */
export function tableOfSteps(
  steps: readonly MeasuredStep[],
  first: readonly MeasuredStep[],
): string {
  const whole = first.reduce((sum, { processor = 0 }) => sum + processor, 0);
  const rows = steps.map(({ name, wall, processor, peak }) => [
    name,
    wall.toFixed(1),
    processor?.toFixed(1) ?? "–",
    processor === undefined || whole === 0 ? "–" : (processor / whole).toFixed(2),
    peak ? megabytes(peak.together) : "–",
    peak ? megabytes(peak.largest) : "–",
  ]);
  const head = ["step", "wall, s", "processor, s", "of a first build", "memory", "of one process"];
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [line(head), `| --- |${" ---: |".repeat(head.length - 1)}`, ...rows.map(line)].join("\n");
}

/** `12 MB`. */
export function megabytes(bytes: number): string {
  return `${Math.round(bytes / 1e6)} MB`;
}
