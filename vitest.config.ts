import { availableParallelism } from "node:os";
import { resolve } from "node:path";
import { defineConfig } from "vitest/config";
import { LongestFirst } from "./tests/longest-first.ts";

// Node keeps the compiled code of the commands that tests start, which halves the time of each.
process.env["NODE_COMPILE_CACHE"] ??= resolve(import.meta.dirname, ".cache/compiled");

export default defineConfig({
  test: {
    // One more than there are processors, because browser tests also wait.
    maxWorkers: availableParallelism() + 1,
    sequence: { sequencer: LongestFirst },
    projects: [
      {
        test: {
          name: "core",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/site/**", "tests/browser/**", "tests/stress/**"],
          // Commands say other things on a host than at an owner's desk, where these tests run them.
          env: { CI: "", GITHUB_ACTIONS: "" },
          // The core has no state that a test could leave behind, and loading it takes a second.
          isolate: false,
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: "site",
          include: ["tests/site/*.test.ts", "tests/browser/*.test.ts"],
          globalSetup: ["tests/site/build-sites.ts"],
          // A test may take ten times as long on a busy machine.
          testTimeout: 300_000,
          hookTimeout: 300_000,
        },
      },
      {
        test: {
          name: "stress",
          include: ["tests/stress/**/*.test.ts"],
          // The longest take four minutes of one processor, and may share it.
          testTimeout: 3_600_000,
          hookTimeout: 600_000,
        },
      },
    ],
  },
});
