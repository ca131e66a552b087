import { clearLeftovers } from "../change-workspace.ts";
import type { Workspace } from "../paths.ts";
import type { IngestReport } from "../run-ingest.ts";
import { digestInputs, type Inputs, keepDigests } from "./inputs.ts";
import {
  type IngestSummary,
  lastIngest,
  recordIngest,
  summaryOf,
  unchangedIngest,
} from "./last-ingest.ts";

/** Runs an ingest, and records it, unless nothing has changed since the last one. */
export async function ingestIfChanged(
  workspace: Workspace,
  engine: string,
  ingest: () => Promise<IngestReport>,
  isPublish = false,
): Promise<IngestSummary> {
  const before = digestInputs(workspace, engine);
  const unchanged = await ingestUnlessChanged(workspace, engine, before, isPublish);
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

/** What an ingest would report if it has no entry to make or change. */
export async function ingestUnlessChanged(
  workspace: Workspace,
  engine: string,
  inputs: Inputs,
  isPublish = false,
): Promise<IngestSummary | undefined> {
  const unchanged = await unchangedIngest(workspace, inputs, isPublish);
  if (unchanged) return unchanged;
  const last = await lastIngest(workspace, isPublish);
  if (last?.inputsButNotes !== inputs.allButNotes) return undefined;
  // Only edited notes need the code that reads them.
  const { ingestOfNotes } = await import("./ingest-of-notes.ts");
  return ingestOfNotes(workspace, engine, inputs, isPublish);
}
