import { expect, it } from "vitest";
import { measureStep, tableOfSteps } from "../../scripts/bench/measure-step.ts";
import { processorTimeOfChildren } from "../../scripts/bench/processor-time.ts";

it("a step of a benchmark counts the processor time of a child of its process", async ({
  skip,
}) => {
  skip(processorTimeOfChildren() === undefined, "this system has no /proc");
  const busy = "const end = process.cpuUsage().user + 4e5; while (process.cpuUsage().user < end);";
  const within = `require("node:child_process").execFileSync(process.execPath, ["-e", ${JSON.stringify(busy)}]);`;
  const step = await measureStep("busy", process.cwd(), ["-e", within]);
  expect(step.processor).toBeGreaterThan(0.35);
  expect(step.wall).toBeGreaterThan(0.35);
});

it("a table of steps gives each its share of a first build", () => {
  const step = { wall: 2, peak: { together: 3e6, largest: 2e6 } };
  const first = [{ ...step, name: "first", processor: 8 }];
  const lines = tableOfSteps([...first, { ...step, name: "again", processor: 2 }], first).split(
    "\n",
  );
  expect(lines.slice(2)).toEqual([
    "| first | 2.0 | 8.0 | 1.00 | 3 MB | 2 MB |",
    "| again | 2.0 | 2.0 | 0.25 | 3 MB | 2 MB |",
  ]);
});
