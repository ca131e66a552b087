import type { Message } from "../src/schemas/message.ts";
import { workspaceAt } from "../src/workspace/paths.ts";
import { readSite } from "../src/workspace/read-site.ts";
import type { IngestSummary } from "../src/workspace/unchanged/last-ingest.ts";
import { counted } from "./command.ts";
import { printMessages } from "./say.ts";
import { annotationOf, isOnHost, listForHost } from "./say-to-host.ts";

/** How an ingest is reported, and what counts as its failure. */
export interface IngestOutput {
  root: string;
  strict: boolean;
  verbose: boolean;
  /** Whether errors are no failure as long as no published paper would be missing. */
  publish: boolean;
  dryRun?: boolean;
}

/** The messages of an ingest, and the one about the list of addresses that suits where it ran. */
export function messagesOfIngest(report: IngestSummary, dryRun: boolean): Message[] {
  const aboutLedger = aboutAddresses(report, dryRun);
  return [...report.messages, ...(aboutLedger ? [aboutLedger] : [])];
}

/** Whether an ingest did all that it was asked for. */
export function isWhole(
  report: IngestSummary,
  { root, strict, publish, dryRun = false }: IngestOutput,
): boolean {
  const hasNoFault = !messagesOfIngest(report, dryRun).some(
    ({ severity }) => severity === "error" || (strict && severity === "warning"),
  );
  return hasNoFault || (publish && report.isPublishable && !isStrict(root));
}

/** Prints what an ingest did, and its messages. */
export function printIngest(report: IngestSummary, output: IngestOutput): void {
  const { verbose, publish, dryRun = false } = output;
  const { seeds, papers, created, updated, kept, moved, removed } = report;
  const messages = messagesOfIngest(report, dryRun);
  const would = dryRun ? "would be " : "";
  // Without seeds, the messages already say so.
  if (seeds > 0) {
    console.log(
      `${counted(papers, "paper")} from ${counted(seeds, "seed")}: ${created} ${would}created, ${updated} ${would}updated, ${kept} unchanged, ${moved > 0 ? `${moved} ${would}moved, ` : ""}${removed} ${would}removed`,
    );
  }
  printMessages(messages, { verbose });
  if (publish) listForHost("What was not read", messages);
  const lost = isLost(dryRun) ? aboutAddresses(report, dryRun) : undefined;
  const annotation = lost && annotationOf(lost, process.env);
  if (annotation) console.log(annotation);
}

/** Whether what this ingest writes is gone when the host ends. */
function isLost(dryRun: boolean): boolean {
  return isOnHost(process.env) && !dryRun;
}

function aboutAddresses(report: IngestSummary, dryRun: boolean): Message | undefined {
  return isLost(dryRun) ? report.unrecorded : report.newAddresses;
}

/** Whether the owner wants no site without all that the seeds and notes have. */
function isStrict(root: string): boolean {
  return readSite(workspaceAt(root)).value?.strict ?? true;
}
