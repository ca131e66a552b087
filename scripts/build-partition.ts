import { rm } from "node:fs/promises";
import type { AstroIntegration } from "astro";
import { takeReport } from "../src/astro/integrations/build-report.ts";
import { leaveOutConflicts, leftOutParts } from "../src/astro/integrations/left-out-parts.ts";
import { onlyPages } from "../src/astro/integrations/part-of-pages.ts";
import { stopEsbuild } from "../src/astro/stop-esbuild.ts";
import { defined } from "../src/schemas/defined.ts";
import { changeWorkspace } from "../src/workspace/change-workspace.ts";
import { writePartition } from "../src/workspace/partitions/built-partition.ts";
import { readPartitions } from "../src/workspace/partitions/read-partitions.ts";
import { workspaceAt } from "../src/workspace/paths.ts";
import { buildPages } from "./build-pages.ts";
import { counted } from "./command.ts";
import { type PageOptions, partitionKey } from "./partitions.ts";
import { reportSite } from "./report-site.ts";

/**
 * Builds the pages of one partition into a folder, from the entries as they are. False if there were errors, which
 * have been printed. Throws an Error if the archive has no such partition.
 */
export async function buildPartition(
  root: string,
  name: string,
  folder: string,
  { base, address, verbose = false }: PageOptions & { verbose?: boolean },
): Promise<boolean> {
  process.env["ASTRO_TELEMETRY_DISABLED"] = "1";
  process.env["NODE_ENV"] = "production";
  const started = performance.now();
  const { names, of } = await readPartitions(workspaceAt(root));
  if (!names.includes(name)) {
    const known = names.length > 0 ? names.join(", ") : "none, as there are no entries yet";
    throw new Error(`the archive has no partition "${name}". It has ${known}`);
  }
  console.log(`Building the pages of ${name}…`);
  const belongs = (path: string) => of(path) === name;
  const stage = `${folder}.stage`;
  leftOutParts().clear();
  leaveOutConflicts({ root });
  const report = await changeWorkspace({ root }, async () => {
    try {
      const key = partitionKey(root, defined({ base, address }));
      await buildPages({
        root,
        stage,
        base,
        address,
        integrations: (own) => [onlyPages(belongs), ...own.map(withoutWholeSite)],
      });
      const made = takeReport();
      await writePartition(folder, stage, { name, key, ...made, belongs });
      return made;
    } finally {
      await rm(stage, { recursive: true, force: true });
      await stopEsbuild();
    }
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  console.log(`${counted(report.pages, "page")} in ${seconds} s, in ${folder}`);
  return reportSite(report.messages, { verbose, isForHost: false });
}

/** An integration without what it makes beside the pages, and of the finished site. */
function withoutWholeSite({ name, hooks }: AstroIntegration): AstroIntegration {
  const { "astro:build:start": _, "astro:build:done": __, ...others } = hooks;
  return { name, hooks: others };
}
