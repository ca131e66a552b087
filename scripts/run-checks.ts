import { spawnSync } from "node:child_process";
import { join } from "node:path";

/** Every static check, by the program of node_modules/.bin that makes it. */
const checks = [
  { name: "format and lint", program: "biome", parameters: ["check", "."] },
  {
    name: "types of pages",
    program: "astro",
    parameters: ["check", "--minimumSeverity", "warning"],
  },
  // After the pages: checking those makes Astro's own types, which a new clone does not have yet.
  { name: "types of scripts and core", program: "tsc", parameters: ["--noEmit", "-p", "."] },
  { name: "unused code", program: "knip", parameters: [] },
];

/** Runs all checks, each to its end, with their output as they print it. */
export function runChecks(): { name: string; passed: boolean }[] {
  return checks.map(({ name, program, parameters }) => {
    console.log(`\n— ${name}`);
    const { status } = spawnSync(join("node_modules/.bin", program), parameters, {
      stdio: "inherit",
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" },
      // Windows has .cmd files there, which only a shell can start.
      shell: process.platform === "win32",
    });
    if (status !== 0) console.error(`${name}: not in order`);
    return { name, passed: status === 0 };
  });
}
