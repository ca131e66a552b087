import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

/** Runs work of a build in a process of its own, because a stray error would end this one. */
function runWork(work: string): string {
  const module = new URL("../../scripts/stray-errors.ts", import.meta.url).href;
  const reports = new URL("../../src/astro/integrations/build-report.ts", import.meta.url).href;
  const code = `
    import { reportStrayErrors } from ${JSON.stringify(module)};
    import { takeReport } from ${JSON.stringify(reports)};
    const value = await reportStrayErrors(async () => { ${work} });
    console.log("done", value, ...takeReport().messages.map(({ reason }) => reason));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", code], {
    encoding: "utf8",
  });
  return stdout + stderr;
}

it("a promise that an owner's code rejects and nothing awaits is reported, and the work goes on", () => {
  const output = runWork(
    'void Promise.reject(new Error("no data")); await new Promise((go) => setTimeout(go, 5)); console.log("end"); return 1;',
  );
  expect(output).toContain("end\ndone 1 Code of a page, note or component rejected a promise");
  expect(output).toContain("no data");
  expect(output).not.toContain("    at ");
});

it("an error in a timer of an owner's code is reported, and the work goes on", () => {
  const output = runWork(
    'setTimeout(() => { throw new Error("late"); }, 1); await new Promise((go) => setTimeout(go, 50)); console.log("end"); return 1;',
  );
  expect(output).toContain(
    "end\ndone 1 Code of a page, note or component threw an error in a timer",
  );
  expect(output).toContain("late");
  expect(output).not.toContain("    at ");
});

it("work without one returns its value", () => {
  expect(runWork("return 7;")).toBe("done 7\n");
});
