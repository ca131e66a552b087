import { join } from "node:path";
import type { Message } from "../../src/schemas/message.ts";
import { untilUnchanging } from "../../src/workspace/change-workspace.ts";
import { workspaceAt } from "../../src/workspace/paths.ts";
import { describeError } from "../../src/workspace/system-error.ts";
import { ingestIfChanged } from "../../src/workspace/unchanged/ingest-if-changed.ts";
import { previewOfNotes } from "../../src/workspace/unchanged/ingest-of-notes.ts";
import { digestInputs } from "../../src/workspace/unchanged/inputs.ts";
import {
  type IngestSummary,
  type LastIngest,
  lastIngest,
  recordOf,
  summaryOf,
} from "../../src/workspace/unchanged/last-ingest.ts";
import { ingestWithProgress } from "../ingest-with-progress.ts";
import { printIngest } from "../print-ingest.ts";
import { printMessages } from "../say.ts";
import { newMessages } from "./new-messages.ts";
import type { Answer } from "./start-ingest.ts";

/**
 * A process beside a preview that updates the entries each time it is asked to, and then answers. It stays, so
 * that an update takes no time to start, and ends with the process that started it. Its parameter is the
 * workspace.
 */
const [, , root = ""] = process.argv;

/** How long an update may wait for a build or another command, in milliseconds. */
const longestWait = 600_000;

const engine = join(import.meta.dirname, "../..");
const workspace = workspaceAt(root, engine);
/** The last update, if the next one may begin where it ended. */
let last: LastIngest | undefined;
let isFirst = true;
let said: Message[] = [];
let working = Promise.resolve();

process.once("disconnect", () => process.exit());
// The terminal sends Ctrl-C to both, and the preview decides when this ends.
process.on("SIGINT", () => {});
process.on("message", () => {
  working = working.then(update).then(answer);
});

function answer(given: Answer): void {
  process.send?.(given);
}

async function update(): Promise<Answer> {
  try {
    await untilUnchanging({ root }, longestWait);
    if (isFirst) await start();
    else await again();
    isFirst = false;
    return { fault: undefined };
  } catch (error) {
    return { fault: describeError(error) };
  }
}

/** Like `npm run ingest`: all that is new is recorded, and all messages are printed. */
async function start(): Promise<void> {
  const report = await ingestIfChanged(workspace, engine, () => ingestWithProgress(root, {}));
  printIngest(report, { root, strict: false, verbose: false, publish: false });
  said = report.messages;
  last = await lastIngest(workspace);
}

/**
 * After the start, files may be saved half-typed, so their addresses are not recorded, and only what is new is
 * printed.
 */
async function again(): Promise<void> {
  const report = await preview();
  const changes = changesOf(report);
  if (changes !== "") console.log(`Papers: ${changes}`);
  printMessages(newMessages(said, report.messages));
  said = report.messages;
}

/** Updates the entries. After an edit of a note, most need no look at other papers. */
async function preview(): Promise<IngestSummary> {
  const before = digestInputs(workspace, engine);
  const edited = last && (await previewOfNotes(workspace, engine, before, last));
  if (edited) {
    last = edited.last;
    return edited.report;
  }
  const report = await ingestWithProgress(root, { isPreview: true, isQuiet: true });
  last = recordOf(report, { before, after: digestInputs(workspace, engine) });
  return summaryOf(report);
}

/** What an update changed, such as `1 created, 2 updated`. */
function changesOf({ created, updated, moved, removed }: IngestSummary): string {
  return Object.entries({ created, updated, moved, removed })
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${count} ${what}`)
    .join(", ");
}
