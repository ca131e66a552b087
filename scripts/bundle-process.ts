import { z } from "zod";
import { keepBundle } from "../src/workspace/bundle/kept-bundles.ts";
import { stageTimer } from "../src/workspace/stage-times.ts";
import { bundleWithAstro } from "./build-with-astro.ts";

/**
 * A process that only makes the bundles of a site and keeps them. Its parameter says of which site, and by which key it
 * keeps them. It says whether it does: a build may need Astro for more than bundles. It ends with the process that started it.
 */
const task = z.object({
  key: z.string(),
  root: z.string(),
});

process.once("disconnect", () => process.exit());
process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
// A value from a test runner or a shell would make Astro build a preview for development.
process.env["NODE_ENV"] = "production";
const timed = stageTimer();
const { key, root } = task.parse(JSON.parse(process.argv[2] ?? ""));
const bundle = await bundleWithAstro(root);
if (bundle) await keepBundle({ root }, key, bundle);
timed("bundles");
// The threads of the bundler take a while to end, for which nobody has to wait.
process.send?.({ isKept: bundle !== undefined }, () => process.exit());
