import { existsSync } from "node:fs";
import { join, resolve } from "node:path";
import { changeWorkspace } from "../src/workspace/change-workspace.ts";
import { workspaceAt } from "../src/workspace/paths.ts";
import { readSite } from "../src/workspace/read-site.ts";
import { describeError } from "../src/workspace/system-error.ts";
import { buildIfChanged, ingestIfChanged } from "./build-if-changed.ts";
import { exit, fail, readArguments, run } from "./command.ts";
import { plainRoot } from "./plain-root.ts";
import { serveFolder } from "./serve-folder.ts";
import { settingsAreSound } from "./settings-are-sound.ts";

const command = {
  name: "npm start",
  help: `
npm start [-- options]

Reads seeds/, writes the entries, builds the site and its search index in dist/, and serves it on this
machine until you press Ctrl-C.

Options:
  --port NUMBER   the port to use (default: 4321, or the next free one)
  --no-build      serve dist/ as it is
  --offline       serve the service worker, too, to try reading offline; without this option, a worker
                  that is still in your browser is removed
  --verbose       print all messages, not only the first ones of each rule
  -h, --help      show this help

Exit codes: 0 success, 1 something failed (the output says what), 2 wrong arguments.
`,
  options: {
    port: { type: "string", default: "4321" },
    offline: { type: "boolean", default: false },
    "no-build": { type: "boolean", default: false },
    verbose: { type: "boolean", default: false },
  },
} as const;

const { values } = readArguments(command);
const port = Number(values.port);
if (!Number.isInteger(port) || port < 0 || port > 65_535) {
  fail(command, `--port is "${values.port}", but must be a number from 0 to 65535`);
}

await run(command.name, async () => {
  const root = await plainRoot();
  if (!settingsAreSound(root)) return exit.notAll;
  const { verbose, "no-build": asItIs } = values;
  const folder = resolve(root, "dist");
  const whole = asItIs ? await hasSite(root, folder) : await renew(root, folder, verbose);
  const base = readSite(workspaceAt(root)).value?.base ?? "/";
  const serving = await serveFolder(folder, {
    port,
    base,
    worker: values.offline ? "built" : "unregistering",
  });
  if (serving.moved) console.log(`Port ${port} is in use, so another one is used.`);
  console.log(`Serving at ${serving.address} (press Ctrl-C to stop)`);
  await new Promise<void>((done) => {
    process.once("SIGINT", done);
    process.once("SIGTERM", done);
  });
  await serving.close();
  return whole ? exit.done : exit.notAll;
});

/** Builds the site. False if that failed, in whole or in part; throws if there is no site to serve. */
async function renew(root: string, folder: string, verbose: boolean): Promise<boolean> {
  try {
    const read = await ingestIfChanged(root, { verbose }, { root, verbose });
    const whole = (await buildIfChanged({ root, verbose })) && read;
    if (!whole)
      console.error("The site was built without the content that the errors above are about.");
    return whole;
  } catch (error) {
    if (!existsSync(join(folder, "404.html"))) throw error;
    console.error(describeError(error));
    return false;
  }
}

/** Puts the last site in its place if a build was killed at that moment. Throws if there is none. */
async function hasSite(root: string, folder: string): Promise<true> {
  if (!existsSync(folder)) await changeWorkspace({ root }, async () => {});
  if (existsSync(join(folder, "404.html"))) return true;
  throw new Error("dist/ has no site yet. Run `npm start` without --no-build");
}
