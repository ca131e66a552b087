import { existsSync } from "node:fs";
import { getCompileCacheDir } from "node:module";
import { join } from "node:path";
import { clearBundler } from "../src/workspace/bundle/clear-bundler.ts";
import { openBundle, shareBundle } from "../src/workspace/bundle/kept-bundles.ts";
import { mayHavePictures } from "../src/workspace/bundle/notes-to-bundle.ts";
import { hasShared } from "../src/workspace/bundle/shared-bundles.ts";
import { workspaceAt } from "../src/workspace/paths.ts";
import { readSite } from "../src/workspace/read-site.ts";
import { beginBundles, bundlesBegun } from "./bundle-apart.ts";
import { plainRoot } from "./plain-root.ts";
import { siteKeyOf } from "./site-key.ts";

/**
 * Makes the bundles of the engine when packages are installed, and keeps them beside those, so that builds need not load
 * Astro. Started by `scripts/prepare.mjs`. A build does the same if it finds none that were made from what there is then.
 */
const root = await plainRoot();
const workspace = workspaceAt(root);
const key = siteKeyOf({ root })?.bundle;
const site = readSite(workspace).value;

if (key !== undefined && site && !mayHavePictures(workspace, site) && !hasShared({ root }, key)) {
  const cache = join(root, ".cache");
  const hadCache = existsSync(cache);
  if (hadCache && openBundle({ root }, key)) shareBundle({ root }, key);
  else {
    console.log(
      "Compiling the code that makes pages, so that builds need not. This takes a few seconds…",
    );
    beginBundles({ root }, key, { present: () => siteKeyOf({ root })?.bundle });
    await bundlesBegun(key);
    // It has what is shared now, and the compiler's own.
    if (!hadCache) clearBundler(cache);
  }
}

// Node keeps the compiled code of what a process has loaded when it ends.
if (getCompileCacheDir() !== undefined) {
  await import("./build-if-changed.ts");
  await import("./build-site.ts");
  await import("./ingest-with-progress.ts");
  await import("./print-ingest.ts");
  await import("../src/workspace/run-ingest.ts");
  await import("../src/workspace/beside/serve.ts");
}
