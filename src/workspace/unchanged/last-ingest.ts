import { z } from "zod";
import { defined } from "../../schemas/defined.ts";
import type { KnownNote } from "../known-notes.ts";
import type { Workspace } from "../paths.ts";
import type { IngestReport } from "../run-ingest.ts";
import type { Inputs } from "./inputs.ts";
import { readRecord, recordedMessage, writeRecord } from "./record.ts";

/** What an ingest has to say, without the papers themselves. */
export type IngestSummary = Omit<
  IngestReport,
  "list" | "notes" | "createdIds" | "isSettled" | "near"
>;

/** The same without the papers. */
export function summaryOf({
  list: _,
  notes: __,
  createdIds: ___,
  isSettled: ____,
  near: _____,
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
  inputsButNotes: z.string(),
  /** What each note gave, and the digest of its file. */
  notes: z.array(
    z.object({
      file: z.string(),
      facts: z.string(),
      paper: z.string().exactOptional(),
      text: z.string().exactOptional(),
      digest: z.string(),
    }),
  ),
  /** Ids of papers whose abstract is nearly that of another one; absent if notes are not all that entries depend on. */
  near: z.array(z.string()).exactOptional(),
});

/** What is recorded of an ingest. */
export type LastIngest = z.infer<typeof shape>;

const name = "ingest";

/** What is recorded of the last ingest, if another one with these options may report the same. */
export async function lastIngest(
  workspace: Pick<Workspace, "root">,
  isPublish = false,
): Promise<LastIngest | undefined> {
  const last = await readRecord(workspace, name, shape);
  return last?.isPublish && !isPublish ? undefined : last;
}

/** What another ingest would report, if nothing has changed since the last one. */
export async function unchangedIngest(
  workspace: Pick<Workspace, "root">,
  { all }: Inputs,
  isPublish = false,
): Promise<IngestSummary | undefined> {
  const last = await lastIngest(workspace, isPublish);
  return last?.inputs === all ? summaryOfLast(last) : undefined;
}

/** What an ingest reports that changes no entry. */
export function summaryOfLast(last: LastIngest): IngestSummary {
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
  inputs: InputsOfIngest,
): Promise<void> {
  const last = recordOf(report, inputs);
  if (last) await writeLast(workspace, last);
}

/** What an ingest was made from, before it began and now. */
interface InputsOfIngest {
  before: Inputs;
  after: Inputs;
  isPublish?: boolean;
}

/** What the next ingest has to know of one; undefined if it would say or change something else. */
export function recordOf(
  report: IngestReport,
  { before, after, isPublish = false }: InputsOfIngest,
): LastIngest | undefined {
  const { seeds, papers, created, updated, moved, isPublishable, messages, near } = report;
  if (!report.isSettled || before.given !== after.given) return undefined;
  const kept = created + updated + report.kept + moved;
  const said = { isPublishable, isPublish, messages, ...defined({ near }) };
  return { seeds, papers, kept, ...said, ...inputsOf(after, report.notes) };
}

/** Records an ingest with the inputs that there are after it. */
export function writeLast(workspace: Pick<Workspace, "root">, last: LastIngest): Promise<void> {
  return writeRecord(workspace, name, last);
}

/** What is recorded of the inputs of an ingest. */
export function inputsOf(
  { all, allButNotes, notes }: Inputs,
  known: readonly KnownNote[],
): Pick<LastIngest, "inputs" | "inputsButNotes" | "notes"> {
  return {
    inputs: all,
    inputsButNotes: allButNotes,
    notes: known.flatMap((note) => {
      const digest = notes.get(note.file);
      return digest === undefined ? [] : [{ ...note, digest }];
    }),
  };
}
