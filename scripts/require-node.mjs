// Loaded before every command, as JavaScript that Node 20 can run. The commands are TypeScript, which
// needs a later Node. `npm ci` installs one with the other packages, unless scripts of packages are off.
import { spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import module from "node:module";
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const canRun = Boolean(process.features.typescript);
const installed = ["bin/node", "bin/node.exe"]
  .map((name) => at(`node_modules/node/${name}`))
  .find((file) => existsSync(file));

const outdated = outdatedPackages();
if (outdated.length > 0) {
  const [first, ...others] = outdated;
  const more = others.length > 0 ? ` and ${others.length} more` : "";
  console.error(`The packages in node_modules/ are not those of this version of Offprint: ${first}${more}.
Run this once, and then your command again:

    npm ci`);
  process.exit(1);
}
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

// Beside the packages, where `prepare.mjs` has put that of builds. If it could not, the first command of all keeps none: it would take
// longer to write than the next one gains, and many hosts build only once.
const compiled = at("node_modules/.cache/offprint/compiled");
if (existsSync(compiled) || existsSync(at(".cache"))) keepCompiledCode(compiled);
else if (!process.env.NODE_COMPILE_CACHE) process.env.NODE_DISABLE_COMPILE_CACHE ??= "1";

// The allocator of Vite's bundler would hold 150 MB more, also after it has bundled.
process.env.MIMALLOC_ARENA_EAGER_COMMIT ??= "0";
process.env.MIMALLOC_PURGE_DELAY ??= "0";

/**
 * Lets Node keep the compiled code of this command and of those that it starts, which halves their start.
 * Bundles of earlier builds would stay in the folder, so it is emptied when it has grown.
 */
function keepCompiledCode(folder) {
  const { NODE_COMPILE_CACHE: chosen, NODE_DISABLE_COMPILE_CACHE: disabled } = process.env;
  if (chosen || disabled) return;
  try {
    if (readdirSync(folder, { recursive: true }).length > 6000) rmSync(folder, { recursive: true });
  } catch {
    // There is none yet.
  }
  module.enableCompileCache?.(folder);
  process.env.NODE_COMPILE_CACHE = folder;
}

/** The packages that are not installed in the version that package.json names, as after a pull. */
function outdatedPackages() {
  const { dependencies, devDependencies } = JSON.parse(readFileSync(at("package.json"), "utf8"));
  // `npm ci --omit=dev` installs none of the others.
  const isForWork = versionOf("vitest") !== undefined;
  const wanted = { ...dependencies, ...(isForWork ? devDependencies : {}) };
  return Object.entries(wanted).flatMap(([name, needed]) => {
    const version = versionOf(name);
    if (version === undefined) return [`${name} is missing`];
    return /^\d/.test(needed) && version !== needed ? [`${name} is ${version}, not ${needed}`] : [];
  });
}

function versionOf(name) {
  try {
    return JSON.parse(readFileSync(at(`node_modules/${name}/package.json`), "utf8")).version;
  } catch {
    return undefined;
  }
}
