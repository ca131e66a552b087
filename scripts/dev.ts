import { setTimeout } from "node:timers/promises";
import { watchMessages } from "../src/astro/integrations/build-report.ts";
import { describeMessage } from "../src/workspace/describe-messages.ts";
import { describeError } from "../src/workspace/system-error.ts";
import { exit, numberOption, readArguments, run } from "./command.ts";
import { plainRoot } from "./plain-root.ts";
import { startIngest } from "./preview/start-ingest.ts";
import { settingsAreSound } from "./settings-are-sound.ts";

const command = {
  name: "npm run dev",
  help: `
npm run dev [-- options]

Shows the site while you work on it, until you press Ctrl-C. When you save a file in seeds/ or content/,
the pages in your browser are updated. Related papers, the map and the search index are made in the
background, and again after changes. New addresses are recorded in content/addresses.jsonl when this
starts, but not while you edit: before you publish, run npm run ingest or npm run build.

Options:
  --port NUMBER   the port to use (default: 4321, or the next free one)
  -h, --help      show this help

Exit codes: 0 you stopped it, 1 it could not start, 2 wrong arguments.
`,
  options: { port: { type: "string" } },
} as const;

const { values } = readArguments(command);
const port = numberOption(command, ["port", values.port], 4321, {
  least: 0,
  most: 65_535,
  whole: true,
});

/** How long the server may take to stop, in milliseconds. */
const longestStop = 2_000;

await run(command.name, async () => {
  const root = await plainRoot();
  // Node cannot import Astro from a folder with "*" in its name.
  const { dev } = await import("astro");
  const { livePreview } = await import("../src/astro/integrations/live-preview.ts");
  if (!settingsAreSound(root)) return exit.notAll;
  const ended = new Promise<void>((done) => {
    process.once("SIGINT", done);
    process.once("SIGTERM", done);
  });
  process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
  process.env["ASTRO_DISABLE_UPDATE_CHECK"] = "true";
  const ingest = startIngest(root);
  // What cannot be read now may be mended while the preview runs.
  const read = ingest.update().catch((error: unknown) => console.error(describeError(error)));
  await Promise.race([read, ended]);
  watchMessages((message) => console.error(describeMessage(message)));
  const preview = livePreview({ ingest: ingest.update });
  const server = await dev({
    root,
    server: { port, host: "localhost" },
    integrations: [preview],
    // Its warnings name every address that no page has.
    logLevel: "error",
  });
  if (port !== 0 && server.address.port !== port) {
    console.log(`Port ${port} is in use, so another one is used.`);
  }
  const [address = `http://localhost:${server.address.port}/`] = server.resolvedUrls.local;
  console.log(`Preview at ${address} (press Ctrl-C to stop)`);
  console.log("When you save a file in content/ or seeds/, the pages in your browser are updated.");
  await ended;
  ingest.stop();
  preview.stop();
  await Promise.race([server.stop(), setTimeout(longestStop)]);
  return exit.done;
});

// The server may wait for pages that are still open. This must not keep the command from ending.
process.exit();
