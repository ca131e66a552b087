import { dirname, relative, resolve } from "node:path";
import { withOtherAddresses } from "../ingest/identity/extend-ledger.ts";
import { ingest, type OnRecord } from "../ingest/ingest.ts";
import type { TopicPaper } from "../ingest/paper.ts";
import type { Move, WritePlan } from "../ingest/plan-writes.ts";
import type { Entry } from "../ingest/to-mdx.ts";
import { ownersNotes } from "../notes/owners-notes.ts";
import { defined } from "../schemas/defined.ts";
import type { Message } from "../schemas/message.ts";
import { compileTaxonomy } from "../topics/matcher/matcher.ts";
import { type AboutLedger, aboutLedger } from "./about-ledger.ts";
import { faultsOfAddedSeeds } from "./add/added-seeds.ts";
import { applyWrites } from "./apply-writes.ts";
import { changeWorkspace } from "./change-workspace.ts";
import { copyLinks } from "./copy-links.ts";
import { type KnownNote, knownNotes } from "./known-notes.ts";
import { ledgerOfPreview, withChanges } from "./ledger-of-ingest.ts";
import { readLinks } from "./links.ts";
import { lostPapers } from "./lost-papers.ts";
import { makeFolder } from "./make-folder.ts";
import { otherAddresses } from "./other-addresses.ts";
import { type Workspace, workspaceAt } from "./paths.ts";
import { readAddresses } from "./read-addresses.ts";
import { entriesOnDisk } from "./read-entries.ts";
import { readNotes } from "./read-notes.ts";
import { readRemoved } from "./read-removed.ts";
import { readSite } from "./read-site.ts";
import { readTaxonomy } from "./read-taxonomy.ts";
import { aboutNoSeeds, seedsOrSample, withoutLeft, withoutSample } from "./sample.ts";
import { engineVersion } from "./store/engine-version.ts";
import { keepEntries, withEntryStore } from "./store/entry-store.ts";
import { withMemory } from "./store/ingest-memory.ts";
import { clearTemporaryFiles } from "./temporary-files.ts";
import { unusedYears } from "./unused-years.ts";
import { writeFileAtomic } from "./write-file.ts";

/**
 * The result of an update of the archive: numbers of seeds, papers and changed entries, and
 * messages.
 */
export interface IngestReport extends AboutLedger {
  seeds: number;
  papers: number;
  /** The papers themselves. */
  list: TopicPaper[];
  created: number;
  /** The ids of papers that had no entry before. */
  createdIds: string[];
  updated: number;
  kept: number;
  moved: number;
  removed: number;
  /** Whether a site of these entries has every published paper that no owner took out of the seeds. */
  isPublishable: boolean;
  /** Whether another run, if nothing else changes, would change nothing and say the same. */
  isSettled: boolean;
  messages: Message[];
  /** What the owner's notes gave, so that the next run knows whether one that was edited gives the same. */
  notes: KnownNote[];
  /** Ids of papers whose abstract is nearly that of another one; absent for the sample. */
  near?: string[];
}

const nothing = {
  seeds: 0,
  papers: 0,
  list: [],
  created: 0,
  createdIds: [],
  notes: [],
  updated: 0,
  kept: 0,
  moved: 0,
  removed: 0,
  isPublishable: false,
  isSettled: false,
};

/** How to run an ingest: whether to write, and whom to tell what will be removed or moved. */
export interface IngestOptions {
  dryRun?: boolean;
  /** Whether to make everything again, whatever is remembered of earlier ingests. */
  isFresh?: boolean;
  /** Whether the owner is editing, so that only addresses that a note or a removal needs are recorded. */
  isPreview?: boolean;
  /** Whether what this writes is published and then lost, as on a host: then it does not know what is new. */
  isPublish?: boolean;
  /** The day of changes, `2025-11-13`. */
  today?: string;
  beforeRemoval?: (paths: string[], moves: Move[]) => void;
  onRecord?: OnRecord;
}

/**
 * Runs the chain in a workspace: reads, plans, and writes unless it is a dry run. Does nothing while
 * the settings have an error. Unless it is a dry run, no other command changes the workspace
 * meanwhile.
 */
export async function runIngest(root: string, options: IngestOptions = {}): Promise<IngestReport> {
  const workspace = workspaceAt(root, resolve(import.meta.dirname, "../.."));
  const work = () => ingestWorkspace(workspace, options);
  return options.dryRun ? work() : changeWorkspace(workspace, work);
}

async function ingestWorkspace(
  workspace: Workspace,
  options: IngestOptions,
): Promise<IngestReport> {
  const { dryRun = false, beforeRemoval = () => {} } = options;
  if (!dryRun) await clearTemporaryFiles(workspace);
  const site = readSite(workspace);
  // Without the owner's years, papers would move to other years or become undated.
  if (!site.value) return { ...nothing, messages: site.messages };
  const taxonomy = readTaxonomy(workspace);
  // Without the owner's topics, all entries would be rewritten with the shipped ones.
  if (taxonomy.messages.some(({ severity }) => severity === "error")) {
    return { ...nothing, messages: taxonomy.messages };
  }
  const removed = readRemoved(workspace);
  // Without this list, papers that the owner removed would come back.
  if (!removed.value) return { ...nothing, messages: removed.messages };
  const addresses = readAddresses(workspace);
  // Without the ledger, published addresses would go to other papers, and removed papers would return.
  const former = addresses.value;
  if (former === undefined) return { ...nothing, messages: addresses.messages };
  const disk = await entriesOnDisk(workspace);
  // Entries that the owner changed could be overwritten.
  if (!disk.isWhole) return { ...nothing, messages: disk.messages };
  const links = readLinks(workspace);
  const isAutomatic = (process.env["CI"] ?? "") !== "";
  const linked = await copyLinks(workspace, links.value ?? [], { dryRun, isAutomatic });
  const seeds = seedsOrSample(workspace, site.value, former);
  // The papers of the sample were never published by the owner.
  const isPreview = options.isPreview || seeds.isSample;
  // Entries of the sample go without a word; nobody misses them.
  const { own, left } = seeds.isSample ? { own: disk.value, left: [] } : withoutSample(disk.value);
  const notes = await readNotes(workspace);
  const years = unusedYears(site, seeds.paths);
  const folder = relative(workspace.root, workspace.papers).replaceAll("\\", "/");
  const { seedYears, formulaConfidence, macros } = site.value;
  const kept = {
    version: engineVersion(resolve(import.meta.dirname, "../..")),
    isReadOnly: dryRun,
    isFresh: options.isFresh ?? false,
  };
  const { value, messages } = await withMemory(workspace, kept, async (memory) =>
    ingest(seeds.read(), {
      ...{ seedYears, formulaConfidence, macros, memory, folder },
      matcher: compileTaxonomy(taxonomy.topics),
      removed: removed.value ?? [],
      notes: ownersNotes(
        notes.value.flatMap(({ note }) => note ?? []),
        macros,
        new Map(taxonomy.redirects.map(({ from, to }) => [from, to])),
      ),
      // The entries of a preview were never published, and those of the sample not by this owner.
      ...(isPreview && former === "" ? {} : { ledger: former }),
      disk: own,
      ...defined({ onRecord: options.onRecord }),
    }),
  );
  const plan = withoutLeft(value.plan, left);
  const others = otherAddresses(workspace, value.papers, taxonomy.topics);
  const ledger = isPreview
    ? ledgerOfPreview(former, value)
    : withChanges(withOtherAddresses(value.ledger, others), {
        former,
        plan,
        ...options,
      });
  if (value.plan.remove.length + plan.move.length > 0) {
    const pathOf = (path: string) => `${folder}/${path}`;
    const moves = plan.move.map(({ from, to }) => ({ from: pathOf(from), to: pathOf(to) }));
    beforeRemoval(value.plan.remove.map(pathOf), moves);
  }
  if (!dryRun) {
    // Before the entries: an address must be known before it is published.
    if (ledger !== former) {
      await makeFolder(dirname(workspace.addressesFile));
      await writeFileAtomic(workspace.addressesFile, ledger);
    }
    await applyWrites(workspace.papers, plan);
    await withEntryStore(workspace, kept, async (store) => keepEntries(store, entriesOf(plan)));
  }
  const about = { messages, disk: own, unwanted: removed.value };
  const lost = lostPapers(seeds, { ...value, ledger }, about);
  const isNew = !site.value.sample && ledger === "" && own.size === 0;
  const isUnchanged = hasNoChange(plan) && ledger === former;
  return {
    seeds: seeds.paths.length,
    papers: value.papers.length,
    list: value.papers,
    // The addresses of the sample are not all recorded.
    notes: seeds.isSample ? [] : knownNotes(notes.value, value.papers),
    ...(seeds.isSample ? {} : { near: value.near }),
    ...changesOf(plan),
    ...aboutLedger(former, ledger),
    isPublishable: lost.length === 0,
    isSettled: isUnchanged || (value.isSettled && lost.length === 0),
    messages: [
      ...site.messages,
      ...taxonomy.messages,
      ...links.messages,
      ...linked,
      ...(await faultsOfAddedSeeds(workspace)),
      ...years,
      ...aboutNoSeeds(seeds, isNew),
      ...notes.messages,
      ...disk.messages,
      ...messages,
      ...lost,
    ],
  };
}

function entriesOf({ create, update, keep, move }: WritePlan): Entry[] {
  return [...keep, ...create, ...update, ...move.map(({ entry }) => entry)];
}

function hasNoChange({ create, update, move, remove }: WritePlan): boolean {
  return [create, update, move, remove].every((changes) => changes.length === 0);
}

/** The counts of a plan's changes, and the ids of new papers. */
function changesOf({ create, update, keep, move, remove }: WritePlan) {
  return {
    created: create.length,
    createdIds: create.map(({ id }) => id),
    updated: update.length,
    kept: keep.length,
    moved: move.length,
    removed: remove.length,
  };
}
