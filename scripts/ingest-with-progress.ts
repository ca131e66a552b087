import type { IngestOptions, IngestReport } from "../src/workspace/run-ingest.ts";
import { stageTimer } from "../src/workspace/stage-times.ts";
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
