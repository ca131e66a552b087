import { rm } from "node:fs/promises";
import { join } from "node:path";
import type { AstroIntegration } from "astro";
import { takeReport } from "../src/astro/integrations/build-report.ts";
import { leaveOutConflicts, leftOutParts } from "../src/astro/integrations/left-out-parts.ts";
import { samePartitions } from "../src/astro/integrations/part-of-pages.ts";
import { stopEsbuild } from "../src/astro/stop-esbuild.ts";
import { changeWorkspace } from "../src/workspace/change-workspace.ts";
import type { Partitions } from "../src/workspace/partitions/partitions.ts";
import type { PagesRecord } from "../src/workspace/unchanged/last-pages.ts";
import { buildPages } from "./build-pages.ts";
import type { PageOptions } from "./site-of-partitions.ts";

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
  await withPages(root, stage, where, { before, work: async () => takeReport() });
  return same;
}

/** Makes pages in a folder for a while, without anything that is made beside them. */
export async function withPages<T>(
  root: string,
  stage: string,
  { base, address }: PageOptions,
  { before, work }: { before: AstroIntegration[]; work: () => Promise<T> },
): Promise<T> {
  process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
  process.env["NODE_ENV"] = "production";
  leftOutParts().clear();
  leaveOutConflicts({ root });
  return changeWorkspace({ root }, async () => {
    try {
      const integrations = (own: AstroIntegration[]) => [...before, ...own.map(withoutWholeSite)];
      await buildPages({ root, stage, base, address, integrations });
      return await work();
    } finally {
      await rm(stage, { recursive: true, force: true });
      await stopEsbuild();
    }
  });
}

/** An integration without what it makes beside the pages, and of the finished site. */
function withoutWholeSite({ name, hooks }: AstroIntegration): AstroIntegration {
  const { "astro:build:start": _, "astro:build:done": __, ...others } = hooks;
  return { name, hooks: others };
}
