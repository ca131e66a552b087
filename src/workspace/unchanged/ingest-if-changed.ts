import { clearLeftovers } from "../change-workspace.ts";
import type { Workspace } from "../paths.ts";
import type { IngestReport } from "../run-ingest.ts";
import { digestInputs, keepDigests } from "./inputs.ts";
import { type IngestSummary, recordIngest, summaryOf, unchangedIngest } from "./last-ingest.ts";

/** Runs an ingest, and records it, unless nothing has changed since the last one. */
export async function ingestIfChanged(
  workspace: Workspace,
  engine: string,
  ingest: () => Promise<IngestReport>,
  isPublish = false,
): Promise<IngestSummary> {
  const before = digestInputs(workspace, engine);
  const unchanged = await unchangedIngest(workspace, before, isPublish);
  if (unchanged) {
    await keepDigests(workspace);
    await clearLeftovers(workspace);
    return unchanged;
  }
  const report = await ingest();
  const after = digestInputs(workspace, engine);
  await recordIngest(workspace, report, { before, after, isPublish });
  await keepDigests(workspace);
  return summaryOf(report);
}
