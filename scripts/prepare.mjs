// Run by npm when it has installed the packages, as JavaScript that Node 20 can run. It compiles the code that makes pages,
// which the first build would otherwise do. An install neither fails nor waits for long because of it.
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync } from "node:fs";
import { fileURLToPath } from "node:url";

const at = (path) => fileURLToPath(new URL(`../${path}`, import.meta.url));
const longest = 120_000;

const node = process.features.typescript
  ? process.execPath
  : ["bin/node", "bin/node.exe"].map((name) => at(`node_modules/node/${name}`)).find(existsSync);

if (node !== undefined && process.env.npm_config_dry_run !== "true") {
  try {
    // Commands keep their compiled code here.
    if (existsSync(at("node_modules")))
      mkdirSync(at("node_modules/.cache/offprint/compiled"), { recursive: true });
  } catch {
    // Nobody can write there.
  }
  spawnSync(node, ["--import", "./scripts/require-node.mjs", "scripts/compile.ts"], {
    cwd: at("."),
    // What is wrong, the next build says.
    stdio: ["ignore", "inherit", "ignore"],
    timeout: longest,
    killSignal: "SIGKILL",
    env: { ...process.env, OFFPRINT_NODE: node },
  });
}
