// Loaded before every command, as JavaScript that Node 20 can run. The commands are TypeScript, which
// needs a later Node. `npm ci` installs one with the other packages, unless scripts of packages are off.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

const canRun = Boolean(process.features.typescript);
const installed = ["bin/node", "bin/node.exe"]
  .map((name) => fileURLToPath(new URL(`../node_modules/node/${name}`, import.meta.url)))
  .find((file) => existsSync(file));

if (!canRun && installed !== undefined && process.env.OFFPRINT_NODE === undefined) {
  const env = { ...process.env, OFFPRINT_NODE: installed };
  const { status } = spawnSync(installed, process.argv.slice(1), { stdio: "inherit", env });
  process.exit(status ?? 1);
}
if (!canRun) {
  console.error(`This is Node ${process.versions.node}, but Offprint's commands need Node 22.18 or later.
Node 24 comes with the packages, but its install script has not run, for example because of
\`npm ci --ignore-scripts\`. Run this once, which runs the script of that package alone:

    npm rebuild node --ignore-scripts=false

Or install Node 24 yourself (https://nodejs.org).`);
  process.exit(1);
}
