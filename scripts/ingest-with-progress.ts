import { join } from "node:path";
import { workspaceAt } from "../src/workspace/paths.ts";
import type { IngestOptions, IngestReport } from "../src/workspace/run-ingest.ts";
import { stageTimer } from "../src/workspace/stage-times.ts";
import { ingestIfChanged } from "../src/workspace/unchanged/ingest-if-changed.ts";
import { type IngestSummary, summaryOf } from "../src/workspace/unchanged/last-ingest.ts";
import { showProgress } from "./progress.ts";

/** What each stage of the work does, for people. */
const work = {
  texts: "Reading papers",
  topics: "Finding topics",
  entries: "Making entries",
} as const;

interface ShownOptions
  extends Pick<IngestOptions, "dryRun" | "isPreview" | "isFresh" | "isPublish"> {
  /** Whether nothing is printed, not even what is moved or removed. */
  isSilent?: boolean;
  /** Whether no progress is shown. */
  isQuiet?: boolean;
}

const engine = join(import.meta.dirname, "..");

/**
 * Runs such an ingest, and records it, unless nothing has changed since the last one. One that is dry, a preview or
 * fresh is always run, and not recorded.
 */
export async function ingestUnlessSame(
  root: string,
  options: ShownOptions = {},
): Promise<IngestSummary> {
  const { dryRun = false, isPreview = false, isFresh = false, isPublish = false } = options;
  const ingest = () => ingestWithProgress(root, options);
  if (dryRun || isPreview || isFresh) return summaryOf(await ingest());
  return ingestIfChanged(workspaceAt(root, engine), engine, ingest, isPublish);
}

/** Runs an ingest that shows how far it is, and says before it begins to what will be moved or removed. */
export async function ingestWithProgress(
  root: string,
  { dryRun = false, isSilent = false, isQuiet = isSilent, ...options }: ShownOptions,
): Promise<IngestReport> {
  // Only what has changed needs the code of all stages.
  const { runIngest } = await import("../src/workspace/run-ingest.ts");
  const timed = stageTimer();
  const shown = { stage: "", progress: showProgress("", { isQuiet: true }) };
  const ingested = await runIngest(root, {
    ...options,
    dryRun,
    onRecord: (stage, total) => {
      if (stage !== shown.stage) {
        shown.progress.end();
        timed(`ingest: ${shown.stage || "read"}`);
        shown.stage = stage;
        shown.progress = showProgress(work[stage], { total, isQuiet });
      }
      shown.progress.step();
    },
    beforeRemoval: (paths, moves) => {
      shown.progress.end();
      if (isSilent) return;
      for (const { from, to } of moves) {
        console.log(`${dryRun ? "would move" : "moving"} ${from} to ${to}`);
      }
      const verb = dryRun ? "would remove" : "removing";
      for (const path of paths)
        console.log(`${verb} ${path}: the archive has no paper at this address anymore`);
    },
  });
  shown.progress.end();
  timed(`ingest: ${shown.stage || "read"}`);
  return ingested;
}
