import { existsSync, readFileSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import { buildFromBundle } from "../src/astro/build-from-bundle.ts";
import { openAsFiles, relativeAddresses } from "../src/astro/integrations/as-files.ts";
import { stopBesidePages } from "../src/astro/integrations/beside-pages.ts";
import { takeReport, watchPages } from "../src/astro/integrations/build-report.ts";
import { keepFilesOf, keptFiles, sumsOfFiles } from "../src/astro/integrations/kept-files.ts";
import {
  leaveOutConflicts,
  leaveOutFaulty,
  leftOutParts,
} from "../src/astro/integrations/left-out-parts.ts";
import { usePacks } from "../src/astro/integrations/offline-packs.ts";
import { beginIndex } from "../src/astro/integrations/pagefind-index.ts";
import { joinedPages } from "../src/astro/integrations/part-of-pages.ts";
import { reusePages } from "../src/astro/integrations/reuse-pages.ts";
import { ReusedPages } from "../src/astro/integrations/reused-pages.ts";
import { siteParts } from "../src/astro/integrations/site-parts.ts";
import { timedIntegrations } from "../src/astro/integrations/timed-integrations.ts";
import { writePages } from "../src/astro/integrations/write-pages.ts";
import { sharePages } from "../src/astro/page-makers/share-pages.ts";
import { placeBySettings } from "../src/astro/site-place.ts";
import { sumsFile } from "../src/workspace/built-files.ts";
import {
  dropBundle,
  keepBundle,
  openBundle,
  shareBundle,
} from "../src/workspace/bundle/kept-bundles.ts";
import { changeWorkspace } from "../src/workspace/change-workspace.ts";
import { writeChecksums } from "../src/workspace/checksums.ts";
import type { BuiltPartition } from "../src/workspace/partitions/built-partition.ts";
import { replaceSite } from "../src/workspace/site-folder.ts";
import { stageTimer } from "../src/workspace/stage-times.ts";
import { at, describeError } from "../src/workspace/system-error.ts";
import { lastPages, recordPages } from "../src/workspace/unchanged/last-pages.ts";
import { type BuiltSite, recordSite } from "../src/workspace/unchanged/last-site.ts";
import { readChecksums } from "../src/workspace/verify-site.ts";
import type { GatheredBundle } from "./build-with-astro.ts";
import { bundlesBegun } from "./bundle-apart.ts";
import { counted } from "./command.ts";
import { type Progress, showProgress } from "./progress.ts";
import { reportSite } from "./report-site.ts";
import type { SiteKey } from "./site-key.ts";
import { reportStrayErrors } from "./stray-errors.ts";

/** Options of a build. Folder, base path and address default to the settings. */
export interface BuildOptions {
  root: string;
  outDir?: string;
  base?: string;
  /** The address of the published site, for canonical links. */
  address?: string;
  /** Makes a site that opens from a folder of files without a server; its base path is "/". */
  asFiles?: boolean;
  /** Prints all messages, not only the first ones of each rule. */
  verbose?: boolean;
  /** Lists errors on the page of a workflow's run. */
  isForHost?: boolean;
  /**
   * By what the site is recorded, so that the next build can keep it. It is not if something was edited
   * during the build, when the present key is another one.
   */
  recorded?: { key: SiteKey; present: () => SiteKey | undefined };
  /** Whether every page is made, even those that would be the same as in the last site. */
  fresh?: boolean;
  /** How many processes make pages; as many as are worth it, unless it is given. */
  processes?: number | undefined;
  /** Pages that were made apart. */
  partitions?: readonly BuiltPartition[];
}

/**
 * Builds the pages and the search index from the entries, and prints its progress. The site takes the
 * place of the last one when it is complete. False if there were errors, which have been printed.
 * Throws an error if there is no new site; it says what became of the last one.
 */
export async function buildSite({
  root,
  outDir,
  base,
  address,
  asFiles = false,
  verbose = false,
  isForHost = false,
  recorded,
  partitions = [],
  fresh = false,
  processes,
}: BuildOptions): Promise<boolean> {
  process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
  const started = performance.now();
  const folder = resolve(root, outDir ?? "dist");
  console.log("Building the pages and the search index…");
  const timed = stageTimer();
  let progress = showPages(folder, () => timed("start"));
  if (asFiles) openAsFiles();
  // A value from a test runner or a shell would make Astro build a preview for development.
  process.env["NODE_ENV"] = "production";
  const begun = recorded && bundlesBegun(recorded.key.bundle);
  let canUseBundle = begun !== undefined || !fresh;
  let usedBundle = false;
  const buildAll = () =>
    changeWorkspace({ root }, async () => {
      // Pages that will be opened as files are changed when all are made, and partitions have pages of their own.
      const isSound = leftOutParts().size === 0;
      const isWhole = isSound && !asFiles && partitions.length === 0;
      const key = isWhole ? recorded?.key : undefined;
      const last = key && !fresh ? await lastPages({ root }, folder, key.frame) : undefined;
      usePacks(partitions);
      keepFilesOf(last && { folder, sums: (await readChecksums(folder)).sums });
      const pages = key && new ReusedPages(last);
      // Before the bundles, of which it needs nothing.
      if (key) await beginIndex(root);
      await begun;
      const bundleKey = isSound ? recorded?.key.bundle : undefined;
      const bundle = bundleKey && canUseBundle ? openBundle({ root }, bundleKey) : undefined;
      usedBundle = bundle !== undefined;
      let gathered: GatheredBundle | undefined;
      const buildIn = async (stage: string) => {
        const before = pages ? [reusePages(pages)] : [];
        const shared = pages && { processes, pages };
        if (bundle) {
          const share = shared ? [sharePages({ ...shared, bundle: () => bundle })] : [];
          const joined = partitions.length > 0 ? [joinedPages(partitions)] : [];
          const relative = asFiles ? [relativeAddresses()] : [];
          const parts = [...before, ...share, ...joined, ...siteParts(), ...relative, writePages()];
          await buildFromBundle(bundle, timedIntegrations(parts, timed), {
            root,
            stage,
            place: placeBySettings(root, { base, address, asFiles }),
          });
        } else {
          const site = { root, stage, address, base: asFiles ? "/" : base };
          const gathers = bundleKey !== undefined;
          const how = { before, asFiles, partitions, timed, gathers, shared };
          gathered = await (await loadAstro()).buildWithAstro(site, how);
        }
        timed("end of Astro's build");
        await writeChecksums(stage, keptFiles(), sumsOfFiles());
        timed("checksums");
      };
      await replaceSite(folder, (stage) =>
        at(stage, () => reportStrayErrors(() => buildIn(stage))),
      );
      timed("put in place");
      const report = takeReport();
      if (recorded?.present()?.site === recorded?.key.site) {
        await recordBuild({ root }, { folder, ...report }, recorded?.key, pages);
        if (bundleKey && gathered) {
          await keepBundle({ root }, bundleKey, gathered);
          shareBundle({ root }, bundleKey);
        }
      } else if (recorded && begun) dropBundle({ root }, recorded.key.bundle);
      return report;
    });
  leftOutParts().clear();
  leaveOutConflicts({ root });
  let report: ReturnType<typeof takeReport> | undefined;
  while (!report) {
    try {
      report = await buildAll();
    } catch (error) {
      stopBesidePages();
      progress.end();
      if (usedBundle && recorded) {
        // Astro makes the same, and says what is wrong.
        dropBundle({ root }, recorded.key.bundle);
        canUseBundle = false;
        takeReport();
        progress = showPages(folder, () => {});
        continue;
      }
      if (leaveOutFaulty({ root }, error)) {
        console.log("Building again without the parts of yours that failed…");
        continue;
      }
      throw new Error(`${describeError(error)}\n${remaining(folder)}`, { cause: error });
    }
  }
  const { messages, pages, made } = report;
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  progress.end();
  const kept = made < pages ? `, of which ${pages - made} stay as they were,` : "";
  console.log(`${counted(pages, "page")}${kept} in ${seconds} s, in ${outDir ?? "dist/"}`);
  return reportSite(messages, { verbose, isForHost });
}

/** Loads Astro, which a build with bundles of an earlier one does not need. */
function loadAstro(): Promise<typeof import("./build-with-astro.ts")> {
  return import("./build-with-astro.ts");
}

/** Records a site and how its pages were made, so that the next build can use what would be the same. */
async function recordBuild(
  workspace: { root: string },
  site: BuiltSite,
  key: SiteKey | undefined,
  pages: ReusedPages | undefined,
): Promise<void> {
  if (!key) return;
  await recordSite(workspace, site, key.site);
  if (pages) await recordPages(workspace, site.folder, await pages.record(key.frame, site.folder));
}

/** Shows how many pages are made. The time before the first one says nothing about how long the others take. */
function showPages(folder: string, onFirst: () => void): Pick<Progress, "end"> {
  const total = pagesOfLastSite(folder);
  let progress: Progress | undefined;
  watchPages(() => {
    if (!progress) {
      onFirst();
      progress = showProgress("Building", { total, unit: "page" });
    }
    progress.step();
  });
  return { end: () => progress?.end() };
}

/** How many pages the last site in a folder has, from which one can tell how long a build will take. */
function pagesOfLastSite(folder: string): number | undefined {
  const file = join(folder, sumsFile);
  if (!existsSync(file)) return undefined;
  return readFileSync(file, "utf8").match(/\.html$/gm)?.length;
}

/** What a failed build left in the folder of the site. */
function remaining(folder: string): string {
  const page = join(folder, "404.html");
  if (!existsSync(page)) return "No site was built.";
  // In Swedish, a date and a time are written as in ISO 8601, but here in local time.
  const date = statSync(page).mtime.toLocaleString("sv");
  return `No site was built. ${folder} still has the last one, of ${date}.`;
}
