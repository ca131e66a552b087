import { z } from "zod";
import type { Workspace } from "../paths.ts";
import type { IngestReport } from "../run-ingest.ts";
import type { Inputs } from "./inputs.ts";
import { readRecord, recordedMessage, writeRecord } from "./record.ts";

/** What an ingest has to say, without the papers themselves. */
export type IngestSummary = Omit<IngestReport, "list" | "createdIds" | "isSettled">;

/** The same without the papers. */
export function summaryOf({
  list: _,
  createdIds: __,
  isSettled: ___,
  ...summary
}: IngestReport): IngestSummary {
  return summary;
}

const shape = z.object({
  inputs: z.string(),
  seeds: z.number(),
  papers: z.number(),
  kept: z.number(),
  isPublishable: z.boolean(),
  /** Whether it was for a host, which records no days of changed entries in the list of addresses. */
  isPublish: z.boolean(),
  messages: z.array(recordedMessage),
});

const name = "ingest";

/** What another ingest would report, if nothing has changed since the last one. */
export async function unchangedIngest(
  workspace: Pick<Workspace, "root">,
  { all }: Inputs,
  isPublish = false,
): Promise<IngestSummary | undefined> {
  const last = await readRecord(workspace, name, shape);
  if (last?.inputs !== all || (last.isPublish && !isPublish)) return undefined;
  const { seeds, papers, kept, isPublishable, messages } = last;
  const changes = { created: 0, updated: 0, kept, moved: 0, removed: 0 };
  return { seeds, papers, ...changes, isPublishable, messages };
}

/**
 * Records an ingest, so that the next one has nothing to do if nothing changes. `before` is from before it
 * began: what was edited meanwhile may have been read or not.
 */
export async function recordIngest(
  workspace: Pick<Workspace, "root">,
  report: IngestReport,
  { before, after, isPublish = false }: { before: Inputs; after: Inputs; isPublish?: boolean },
): Promise<void> {
  const { seeds, papers, created, updated, moved, isPublishable, messages } = report;
  if (!report.isSettled || before.given !== after.given) return;
  const kept = created + updated + report.kept + moved;
  const inputs = after.all;
  const counts = { seeds, papers, kept };
  await writeRecord(workspace, name, { inputs, ...counts, isPublishable, isPublish, messages });
}
