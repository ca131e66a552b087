import { takeReport } from "../src/astro/integrations/build-report.ts";
import { fewestInPacks } from "../src/astro/integrations/cut-packs.ts";
import { keepFilesOf, sumsOfFiles } from "../src/astro/integrations/kept-files.ts";
import { packFiles } from "../src/astro/integrations/offline-packs.ts";
import { onlyPages } from "../src/astro/integrations/part-of-pages.ts";
import { reusePages } from "../src/astro/integrations/reuse-pages.ts";
import { ReusedPages } from "../src/astro/integrations/reused-pages.ts";
import { defined } from "../src/schemas/defined.ts";
import { filesUnder } from "../src/workspace/files-under.ts";
import {
  pagesOfPartition,
  readPartition,
  writePartition,
} from "../src/workspace/partitions/built-partition.ts";
import { readPartitionKeys } from "../src/workspace/partitions/partition-keys.ts";
import { readPartitions } from "../src/workspace/partitions/read-partitions.ts";
import { workspaceAt } from "../src/workspace/paths.ts";
import { readSite } from "../src/workspace/read-site.ts";
import { counted } from "./command.ts";
import { withPages } from "./partition-pages.ts";
import { reportSite } from "./report-site.ts";
import { type PageOptions, siteOfPartitions } from "./site-of-partitions.ts";

/** What a partition is built with. */
interface PartitionOptions extends PageOptions {
  verbose?: boolean;
  /** Whether all pages are made, even those that would be the same as in the last build. */
  fresh?: boolean;
}

/**
 * Builds the pages of one partition into a folder, from the entries as they are, unless the folder has it as it would be
 * now. False if there were errors, which have been printed. Throws an Error if the archive has no such partition.
 */
export async function buildPartition(
  root: string,
  name: string,
  folder: string,
  { base, address, verbose = false, fresh = false }: PartitionOptions,
): Promise<boolean> {
  const started = performance.now();
  const { names, of, sizes } = await readPartitions(workspaceAt(root));
  if (!names.includes(name)) {
    const known = names.length > 0 ? names.join(", ") : "none, as there are no entries yet";
    throw new Error(`the archive has no partition "${name}". It has ${known}`);
  }
  const where = defined({ base, address });
  const site = siteOfPartitions(root, where);
  const key = (await readPartitionKeys({ root }, site.key))(name);
  const last = fresh || site.frame === undefined ? undefined : await partitionIn(folder);
  if (last?.name === name && last.key === key) {
    console.log(`${name} has not changed: ${counted(last.pages, "page")} in ${folder}`);
    return reportSite(last.messages, { verbose, isForHost: false });
  }
  console.log(`Building the pages of ${name}…`);
  keepFilesOf(undefined);
  const hasPacks = readSite(workspaceAt(root)).value?.offline !== false;
  const belongs = (path: string) => of(path) === name;
  const lastPages = last && site.frame && (await pagesOfPartition(last, site.frame));
  const pages = new ReusedPages(lastPages || undefined);
  const stage = `${folder}.stage`;
  const report = await withPages(root, stage, where, {
    before: [onlyPages(belongs), reusePages(pages)],
    bundle: site.bundle,
    work: async () => {
      const made = takeReport();
      const record = site.frame === undefined ? undefined : await pages.record(site.frame, stage);
      // What was edited meanwhile may be in its pages or not.
      const isSettled = siteOfPartitions(root, where).key === site.key;
      const known = { name, key: isSettled ? key : "", record: isSettled ? record : undefined };
      const isPacked = hasPacks && (sizes.get(name) ?? 0) >= fewestInPacks;
      const packed = isPacked ? filesUnder(stage).filter(belongs) : [];
      const packs = await packFiles(stage, packed, last ? [last] : []);
      const { pages: count, messages } = made;
      const sums = sumsOfFiles();
      await writePartition(folder, stage, {
        ...known,
        pages: count,
        messages,
        belongs,
        packs,
        sums,
      });
      return made;
    },
  });
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  const kept = report.pages - report.made;
  const stay = kept > 0 ? `, of which ${kept} stay as they were,` : "";
  console.log(`${counted(report.pages, "page")}${stay} in ${seconds} s, in ${folder}`);
  return reportSite(report.messages, { verbose, isForHost: false });
}

/** A partition that an earlier build made in a folder; undefined if there is none, or if it is damaged. */
function partitionIn(folder: string) {
  return readPartition(folder).catch(() => undefined);
}
