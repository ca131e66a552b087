import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    maxWorkers: 2,
    projects: [
      {
        test: {
          name: "core",
          include: ["tests/**/*.test.ts"],
          exclude: ["tests/site/**", "tests/browser/**", "tests/stress/**"],
          testTimeout: 120_000,
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
        test: { name: "stress", include: ["tests/stress/*.test.ts"], testTimeout: 300_000 },
      },
    ],
  },
});
