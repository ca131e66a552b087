import { z } from "zod";
import { besideTask } from "../src/workspace/beside/steps.ts";
import { exit, run } from "./command.ts";
import { ingestUnlessSame } from "./ingest-with-progress.ts";
import { isWhole, printIngest } from "./print-ingest.ts";

/**
 * A process that makes the entries, with the exit code of `npm run ingest`. That of a small archive says it instead, and makes
 * what is beside the pages when it is asked to, for which it has most of the code; it ends with the process that started it.
 * Its parameter says how to do all of this.
 */
const options = z.object({
  root: z.string(),
  strict: z.boolean(),
  verbose: z.boolean(),
  publish: z.boolean(),
  fresh: z.boolean(),
  waits: z.boolean(),
});

const { fresh, waits, ...output } = options.parse(JSON.parse(process.argv[2] ?? ""));
// Listening for either keeps a process from ending.
if (waits) process.once("disconnect", () => process.exit());
const asked = waits && new Promise<unknown>((done) => process.once("message", done));
await run("npm run ingest", async () => {
  const { root, publish } = output;
  const report = await ingestUnlessSame(root, { isFresh: fresh, isPublish: publish });
  printIngest(report, output);
  return isWhole(report, output) ? exit.done : exit.notAll;
});
if (asked) {
  process.send?.({ code: process.exitCode });
  const { serveBeside } = await import("../src/workspace/beside/serve.ts");
  await serveBeside(besideTask.parse(await asked));
}
