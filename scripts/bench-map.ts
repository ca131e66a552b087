import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { measureMap } from "./bench/map-frames.ts";
import { exit, fail, readArguments, run } from "./command.ts";
import { findChromium } from "./find-chromium.ts";

const command = {
  name: "npm run bench:map",
  help: `
npm run bench:map [-- COUNT]

Shows the map of the site in dist/ with COUNT made papers (default 10000) in headless Chromium, pans and
zooms it, and prints the time from frame to frame and the part of it that the map's script takes.

Options:
  -h, --help      show this help
`,
  options: {},
  positionals: true,
} as const;

const { positionals } = readArguments(command);
const [given = "10000"] = positionals;
const count = Number(given);
if (!Number.isInteger(count) || count < 1) fail(command, `"${given}" is not a number of papers`);

await run(command.name, async () => {
  const dist = resolve("dist");
  if (!existsSync(resolve(dist, "explore/map.json"))) {
    console.error("dist/ has no map. Run npm run build first.");
    return exit.notAll;
  }
  for (const [name, { frames, script }] of Object.entries(
    await measureMap(dist, count, await findChromium()),
  )) {
    const part = (values: number[], share: number) =>
      `${(values.toSorted((a, b) => a - b)[Math.floor(values.length * share)] ?? 0).toFixed(1)} ms`;
    console.log(
      `${name.padEnd(5)} ${frames.length} frames, one every ${part(frames, 0.5)} (median; 95 %: ${part(frames, 0.95)}), ` +
        `drawn in ${part(script, 0.5)} (95 %: ${part(script, 0.95)})`,
    );
  }
  return exit.done;
});
