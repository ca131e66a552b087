import { rm } from "node:fs/promises";
import { join } from "node:path";
import { type BundledSite, buildFromBundle } from "../src/astro/build-from-bundle.ts";
import { takeReport } from "../src/astro/integrations/build-report.ts";
import { leaveOutConflicts, leftOutParts } from "../src/astro/integrations/left-out-parts.ts";
import { samePartitions } from "../src/astro/integrations/part-of-pages.ts";
import type { SitePart } from "../src/astro/integrations/site-part.ts";
import { writePages } from "../src/astro/integrations/write-pages.ts";
import { placeBySettings } from "../src/astro/site-place.ts";
import { defined } from "../src/schemas/defined.ts";
import {
  dropBundle,
  keepBundle,
  openBundle,
  shareBundle,
} from "../src/workspace/bundle/kept-bundles.ts";
import { changeWorkspace } from "../src/workspace/change-workspace.ts";
import type { Partitions } from "../src/workspace/partitions/partitions.ts";
import type { PagesRecord } from "../src/workspace/unchanged/last-pages.ts";
import type { PagesOptions } from "./build-pages.ts";
import type { GatheredBundle } from "./build-with-astro.ts";
import { type PageOptions, siteOfPartitions } from "./site-of-partitions.ts";

/** The names of the partitions whose pages would all be as they were when they were last made. */
export async function unchangedPartitions(
  root: string,
  where: PageOptions,
  lastPages: ReadonlyMap<string, PagesRecord>,
  { of }: Pick<Partitions, "of">,
): Promise<Set<string>> {
  const same = new Set<string>();
  if (lastPages.size === 0) return same;
  const stage = join(root, ".cache/partitions/.stage");
  const before = [samePartitions(lastPages, of, (name) => same.add(name))];
  const { bundle } = siteOfPartitions(root, where);
  await withPages(root, stage, where, { before, bundle, work: async () => takeReport() });
  return same;
}

/** How pages are made for a while. */
interface PagesForAWhile<T> {
  before: readonly SitePart[];
  /** The key of the bundles that make them; undefined if none can be kept. */
  bundle: string | undefined;
  work: () => Promise<T>;
}

/** Makes pages in a folder for a while, without anything that is made beside them. */
export async function withPages<T>(
  root: string,
  stage: string,
  { base, address }: PageOptions,
  { before, bundle: key, work }: PagesForAWhile<T>,
): Promise<T> {
  process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
  process.env["NODE_ENV"] = "production";
  leftOutParts().clear();
  leaveOutConflicts({ root });
  const remove = () => rm(stage, { recursive: true, force: true });
  return changeWorkspace({ root }, async () => {
    try {
      await remove();
      const place = placeBySettings(root, { base, address });
      if (await madeFromBundle({ root, stage, place }, before, key)) return await work();
      await remove();
      takeReport();
      const gathered = await madeByAstro({ root, stage, base, address }, before, key);
      const done = await work();
      // What was edited meanwhile may be in the bundles or not.
      const isSettled =
        leftOutParts().size === 0 &&
        siteOfPartitions(root, defined({ base, address })).bundle === key;
      if (key !== undefined && gathered && isSettled) {
        await keepBundle({ root }, key, gathered);
        shareBundle({ root }, key);
      }
      return done;
    } finally {
      await remove();
    }
  });
}

/** Makes pages with the bundles of an earlier build. False if there are none that can make all of them. */
async function madeFromBundle(
  site: BundledSite,
  before: readonly SitePart[],
  key: string | undefined,
): Promise<boolean> {
  const bundle = key === undefined ? undefined : openBundle(site, key);
  if (!bundle || key === undefined) return false;
  try {
    await buildFromBundle(bundle, [...before, writePages()], site);
    return true;
  } catch {
    // Astro makes the same, and says what is wrong.
    dropBundle(site, key);
    return false;
  }
}

async function madeByAstro(
  site: Omit<PagesOptions, "integrations">,
  before: readonly SitePart[],
  key: string | undefined,
): Promise<GatheredBundle | undefined> {
  const { buildWithAstro } = await import("./build-with-astro.ts");
  return buildWithAstro(site, {
    before,
    partitions: [],
    asFiles: false,
    gathers: key !== undefined,
    timed: () => {},
    shared: undefined,
    onlyPages: true,
  });
}
