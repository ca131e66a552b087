import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { z } from "zod";
import { exit, readArguments, run } from "./command.ts";
import { runChecks } from "./run-checks.ts";

const command = {
  name: "npm test",
  help: `
npm test [-- [options] [WORD...]]

Runs all checks, unit and property tests, builds of the seed's site, and browser tests on it in
headless Chromium. Ends with the line "N passed, N failed". \`npm run test:stress\` runs the slow
cases.

Options:
  --no-checks     skip the checks of format, lint and types
  -h, --help      show this help

With WORDs, runs only test files with one of them in their path: npm test -- search
`,
  options: { "no-checks": { type: "boolean", default: false } },
  positionals: true,
} as const;

const counts = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
  success: z.boolean(),
});

const { values, positionals } = readArguments(command);

await run(command.name, async () => {
  const checks = values["no-checks"] ? [] : await runChecks();
  console.log("\n— tests");
  const report = ".cache/test-report.json";
  mkdirSync(".cache", { recursive: true });
  // If this run cannot write its report, the report of an earlier run must not be used instead.
  rmSync(report, { force: true });
  spawnSync(
    process.execPath,
    [
      "node_modules/vitest/vitest.mjs",
      "run",
      "--project=core",
      "--project=site",
      "--reporter=default",
      "--reporter=./tests/progress.ts",
      "--reporter=json",
      `--outputFile.json=${report}`,
      ...positionals,
    ],
    { stdio: "inherit", env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" } },
  );
  const tests = counts.parse(JSON.parse(readFileSync(report, "utf8")));
  const passed = tests.numPassedTests + checks.filter(({ passed: good }) => good).length;
  // A file that could not even start counts as one failure.
  const failedTests = tests.success ? 0 : Math.max(tests.numFailedTests, 1);
  const failed = failedTests + checks.filter(({ passed: good }) => !good).length;
  console.log(`\n${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? exit.done : exit.notAll;
});
