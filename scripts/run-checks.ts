import { spawn } from "node:child_process";
import { join } from "node:path";

/** Every static check, with the program in node_modules/.bin that runs it. */
const checks = [
  { name: "format and lint", program: "biome", parameters: ["check", "."] },
  {
    name: "types of pages",
    program: "astro",
    // Only the pages themselves: `tsc` checks the modules that they import, and is faster.
    parameters: ["check", "--minimumSeverity", "warning", "--tsconfig", "tsconfig.pages.json"],
  },
  // Runs after the check of pages, which generates Astro's types. A new clone does not have them
  // yet.
  { name: "types of scripts and core", program: "tsc", parameters: ["--noEmit", "-p", "."] },
  { name: "unused code", program: "knip", parameters: [] },
];

/** Milliseconds between two messages that a check is still running. */
const silence = 20_000;

/** Runs all checks, even after one fails, and shows their output. */
export async function runChecks(): Promise<{ name: string; passed: boolean }[]> {
  const results: { name: string; passed: boolean }[] = [];
  for (const { name, program, parameters } of checks) {
    console.log(`\n— ${name}`);
    const started = Date.now();
    const timer = setInterval(() => {
      console.log(`… still checking ${name}, ${Math.round((Date.now() - started) / 1000)} s`);
    }, silence);
    const passed = await succeeds(program, parameters);
    clearInterval(timer);
    if (!passed) console.error(`${name}: failed`);
    results.push({ name, passed });
  }
  return results;
}

/** Runs a program of node_modules/.bin. False if it failed or could not be started. */
function succeeds(program: string, parameters: string[]): Promise<boolean> {
  return new Promise((done) => {
    const child = spawn(join("node_modules/.bin", program), parameters, {
      stdio: "inherit",
      env: { ...process.env, ASTRO_TELEMETRY_DISABLED: "1" },
      // On Windows these are .cmd files, which only a shell can start.
      shell: process.platform === "win32",
    });
    child.once("error", (error) => {
      console.error(error.message);
      done(false);
    });
    child.once("exit", (code) => done(code === 0));
  });
}
