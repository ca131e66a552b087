import { join, resolve } from "node:path";
import { defined } from "../src/schemas/defined.ts";
import { stopWaiting } from "../src/workspace/beside/waiting.ts";
import { mayHavePictures } from "../src/workspace/bundle/notes-to-bundle.ts";
import { changeWorkspace } from "../src/workspace/change-workspace.ts";
import { workspaceAt } from "../src/workspace/paths.ts";
import { readSite } from "../src/workspace/read-site.ts";
import { ingestUnlessChanged } from "../src/workspace/unchanged/ingest-if-changed.ts";
import { digestInputs, keepDigests } from "../src/workspace/unchanged/inputs.ts";
import { unchangedSite } from "../src/workspace/unchanged/last-site.ts";
import type { BuildOptions } from "./build-site.ts";
import { beginBundles } from "./bundle-apart.ts";
import { counted } from "./command.ts";
import { ingestApart } from "./ingest-apart.ts";
import { warnOfMemory } from "./memory-of-builds.ts";
import { isWhole, printIngest } from "./print-ingest.ts";
import { reportSite } from "./report-site.ts";
import { type SiteKey, siteKeyOf } from "./site-key.ts";

const engine = join(import.meta.dirname, "..");

/** How to update the entries. */
export interface UpdateOptions {
  strict?: boolean;
  verbose?: boolean;
  publish?: boolean;
  /** Whether everything is made again, even if nothing has changed. */
  fresh?: boolean;
}

/**
 * Ingests this workspace, unless nothing has changed since the last time. False if there were errors, which
 * have been printed. Throws an error if entries may be missing for another reason. If `next` is built afterwards, its bundles
 * are begun meanwhile.
 */
export async function ingestIfChanged(
  root: string,
  options: UpdateOptions = {},
  next?: BuildOptions,
): Promise<boolean> {
  const { strict = false, verbose = false, publish = false, fresh = false } = options;
  const workspace = workspaceAt(root, engine);
  const last = fresh
    ? undefined
    : await changeWorkspace(workspace, async () => {
        const inputs = digestInputs(workspace, engine);
        await keepDigests(workspace);
        return ingestUnlessChanged(workspace, engine, inputs, publish);
      });
  if (!last) {
    // The site has probably changed as well, and the code that builds it takes a second to load.
    if (next) bundleMeanwhile(next, siteKeyOf(next));
    loadBuilder().catch(() => undefined);
    return ingestApart(root, { strict, verbose, publish, fresh, isForSite: next !== undefined });
  }
  const output = { root, strict, verbose, publish };
  printIngest(last, output);
  return isWhole(last, output);
}

/**
 * Builds the site, unless the last build made it from the same. False if there were errors, which have been
 * printed. Throws an error if there is no new site.
 */
export async function buildIfChanged({
  fresh = false,
  ...options
}: BuildOptions): Promise<boolean> {
  const { root, outDir = "dist", verbose = false, isForHost = false } = options;
  const key = siteKeyOf(options);
  const folder = resolve(root, outDir);
  const last =
    fresh || key === undefined
      ? undefined
      : await changeWorkspace({ root }, () => unchangedSite({ root }, folder, key.site));
  if (last) {
    stopWaiting(root);
    const name = options.outDir ?? "dist/";
    console.log(
      `Nothing has changed since the last build: ${counted(last.pages, "page")} in ${name}`,
    );
    return reportSite(last.messages, { verbose, isForHost });
  }
  warnOfMemory(workspaceAt(root));
  bundleMeanwhile({ ...options, fresh }, key);
  const { buildSite } = await loadBuilder();
  const recorded = key === undefined ? undefined : { key, present: () => siteKeyOf(options) };
  return buildSite({ ...options, fresh, ...(recorded ? { recorded } : {}) });
}

/** Loads the code that only a changed site needs. Node cannot import Astro from a folder with "*" in its name. */
function loadBuilder(): Promise<typeof import("./build-site.ts")> {
  return import("./build-site.ts");
}

/** Begins to make the bundles of a build, unless there are some or the build itself will have to. */
function bundleMeanwhile({ fresh, ...options }: BuildOptions, key: SiteKey | undefined): void {
  if (!key || options.asFiles || (options.partitions ?? []).length > 0) return;
  const workspace = workspaceAt(options.root, engine);
  const site = readSite(workspace).value;
  if (site && !mayHavePictures(workspace, site))
    beginBundles(options, key.bundle, {
      ...defined({ fresh }),
      present: () => siteKeyOf(options)?.bundle,
    });
}
