import { rmSync } from "node:fs";
import { join } from "node:path";
import type { AstroIntegration } from "astro";
import { NeedsAstro } from "../src/astro/build-from-bundle.ts";
import { relativeAddresses } from "../src/astro/integrations/as-files.ts";
import { bundlesOnly } from "../src/astro/integrations/bundles-only.ts";
import { type GatheredBundle, gatherBundles } from "../src/astro/integrations/gather-bundles.ts";
import { joinedPages } from "../src/astro/integrations/part-of-pages.ts";
import type { SitePart } from "../src/astro/integrations/site-part.ts";
import { siteParts } from "../src/astro/integrations/site-parts.ts";
import { timedIntegrations } from "../src/astro/integrations/timed-integrations.ts";
import { type SharedPages, sharePages } from "../src/astro/page-makers/share-pages.ts";
import { placeSite } from "../src/astro/site-place.ts";
import { stopEsbuild } from "../src/astro/stop-esbuild.ts";
import { nextBundle } from "../src/workspace/bundle/kept-bundles.ts";
import type { BuiltPartition } from "../src/workspace/partitions/built-partition.ts";
import { buildPages, type PagesOptions } from "./build-pages.ts";

export type { GatheredBundle };

/** What takes part in a build besides what the configuration names. */
interface AstroBuildOptions {
  before: readonly SitePart[];
  partitions: readonly BuiltPartition[];
  asFiles: boolean;
  /** Whether bundles are gathered for later builds. */
  gathers: boolean;
  timed: (stage: string) => void;
  /** How pages are made by several processes. */
  shared: Omit<SharedPages, "bundle"> | undefined;
  /** Whether only pages are made, without anything beside them and of the finished site. */
  onlyPages?: boolean;
}

/** Lets Astro make a site. Gives what later builds can use of its bundles, if they can. */
export async function buildWithAstro(
  site: Omit<PagesOptions, "integrations">,
  { before, partitions, asFiles, gathers, timed, shared, onlyPages = false }: AstroBuildOptions,
): Promise<GatheredBundle | undefined> {
  const bundles = gathers ? gatherBundles(site.root) : undefined;
  let isPlain = true;
  placeSite(undefined);
  // Other processes have no integrations of the owner's.
  const bundle = () => (isPlain ? bundles?.present() : undefined);
  try {
    await buildPages({
      ...site,
      integrations: (own) => {
        isPlain = own.every(({ name }) => known.has(name));
        const all: AstroIntegration[] = [
          ...(bundles ? [bundles.integration] : []),
          ...before,
          ...(shared ? [sharePages({ ...shared, bundle })] : []),
          ...(partitions.length > 0 ? [joinedPages(partitions)] : []),
          ...(onlyPages ? own.map(withoutWholeSite) : own),
          ...(asFiles ? [relativeAddresses()] : []),
        ];
        return timedIntegrations(all, timed);
      },
    });
  } finally {
    await stopEsbuild();
  }
  return isPlain ? bundles?.whole() : undefined;
}

/**
 * Lets Astro make only the bundles of a site, and gathers them for builds without Astro. Undefined if these could not
 * make its pages.
 */
export async function bundleWithAstro(root: string): Promise<GatheredBundle | undefined> {
  const bundles = gatherBundles(root);
  const stage = join(nextBundle({ root }), "stage");
  try {
    await buildPages({
      root,
      base: undefined,
      address: undefined,
      stage,
      integrations: (own) => {
        if (!own.every(({ name }) => known.has(name))) throw new NeedsAstro();
        const forBundles = own.filter(({ name }) => !partNames.has(name));
        return [bundlesOnly(root), bundles.integration, ...forBundles];
      },
    });
    rmSync(stage, { recursive: true, force: true });
    return bundles.whole();
  } catch (error) {
    if (error instanceof NeedsAstro) return undefined;
    throw error;
  } finally {
    await stopEsbuild();
  }
}

const partNames: ReadonlySet<string> = new Set(siteParts().map(({ name }) => name));

/** The integrations that a build without Astro has as well, and those that only take part in bundles. */
const known: ReadonlySet<string> = new Set([
  ...partNames,
  ...["@astrojs/mdx", "offprint:bundled-files"],
]);

/** An integration without what it makes beside the pages, and of the finished site. */
function withoutWholeSite({ name, hooks }: AstroIntegration): AstroIntegration {
  const { "astro:build:start": _, "astro:build:done": __, ...others } = hooks;
  return { name, hooks: others };
}
