import type { Ledger } from "../src/ingest/identity/read-ledger.ts";
import { removalsNamed } from "../src/ingest/remove-papers.ts";
import type { Message } from "../src/schemas/message.ts";
import { editedRemoved } from "../src/schemas/rules.ts";
import { nearestIds } from "../src/text/nearest-ids.ts";
import { keysOfName, keysOfPaper } from "../src/text/paper-name.ts";
import { changeWorkspace } from "../src/workspace/change-workspace.ts";
import { describeMessages } from "../src/workspace/describe-messages.ts";
import { addRemoved, restoreRemoved } from "../src/workspace/edit-removed.ts";
import type { Workspace } from "../src/workspace/paths.ts";
import { publishedAddresses } from "../src/workspace/read-addresses.ts";
import { readRemoved } from "../src/workspace/read-removed.ts";
import { runIngest } from "../src/workspace/run-ingest.ts";
import { exit, fail, readArguments, run } from "./command.ts";
import { openWorkspace } from "./open-workspace.ts";
import { reportIngest } from "./report-ingest.ts";

const command = {
  name: "npm run remove",
  help: `
npm run remove -- [options] PAPER...

Removes papers from the archive. PAPER is an id (the last part of the paper's address, also a former
one), an arXiv id, a DOI, or an address of the archive, arXiv or a publisher. The ids are added to
content/removed.yaml. Seeds and notes are kept, so --undo can restore a paper.

Options:
  --undo          restore removed papers
  --root FOLDER   the folder of the archive (default: the current one)
  --dry-run       show what would be done, but change nothing
  --json          print one JSON object instead of text; if the command fails, it has "error"
  -h, --help      show this help

Exit codes: 0 success, 1 something failed (the output says what), 2 wrong arguments.
`,
  options: {
    undo: { type: "boolean", default: false },
    root: { type: "string", default: process.cwd() },
    "dry-run": { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
  positionals: true,
} as const;

const { values, positionals } = readArguments(command);
const { root, undo, json, "dry-run": dryRun } = values;
if (positionals.length === 0) fail(command, "name at least one paper");
/** An id that could not be removed or restored, and why. */
interface Failure {
  id: string;
  reason: string;
}

await run(command.name, () => (undo ? restorePapers() : removePapers()));

async function removePapers(): Promise<number> {
  const { workspace } = openWorkspace(root);
  const ledger = ledgerOf(workspace);
  const { list } = await runIngest(root, { dryRun: true });
  const removed = readRemoved(workspace).value ?? [];
  const ids = list.map(({ id }) => id);
  const papers = positionals.map((id) => {
    const keys = new Set(keysOfName(id));
    return { id, paper: list.find((one) => keysOfPaper(one).some((key) => keys.has(key))) };
  });
  const found = new Set(papers.flatMap(({ paper }) => paper ?? []));
  const out = [...found].map(({ id, titleText }) => ({ id, title: titleText }));
  const gone = papers.filter(({ paper }) => !paper).map(({ id }) => id);
  const already = gone.filter((id) => removalsNamed(id, removed, ledger).length > 0);
  // Such a line says both that it is removed and that it was restored.
  const unclear = already.flatMap((id) =>
    removalsNamed(id, removed, ledger).filter(({ restoredAt }) => restoredAt !== undefined),
  );
  const failures = gone
    .filter((id) => !already.includes(id))
    .map((id) => ({ id, reason: `no paper has this name${nearTo(id, ids)}` }));
  const report =
    dryRun || out.length + already.length === 0
      ? undefined
      : await changeWorkspace(workspace, async () => {
          // An earlier run may have been killed before it removed the entries.
          const listed = [...out, ...new Set(unclear)];
          if (listed.length > 0) await addRemoved(workspace, listed);
          return runIngest(root);
        });
  failures.push(...out.flatMap(({ id }) => shownStill(id, report?.messages ?? [])));
  const lines = [
    ...out.map(({ id, title }) => `${dryRun ? "would remove" : "removed"} ${id}  ${title}`),
    ...already.map((id) => `${id}: already removed`),
  ];
  if (json) console.log(JSON.stringify({ removed: out, already, failures, dryRun }));
  else {
    for (const line of lines) console.log(line);
    if (out.length > 0 && !dryRun) {
      console.log(
        "Seeds and notes are kept. To restore a paper, run `npm run remove -- --undo ID`.",
      );
    }
    if (report) reportIngest(report);
  }
  return tell(failures);
}

/** The failure to remove a paper whose entry was edited by hand. */
function shownStill(id: string, messages: readonly Message[]): Failure[] {
  const kept = messages.find(
    ({ rule, place }) => rule === editedRemoved.name && place?.file.endsWith(`/${id}.mdx`),
  );
  const reason = `still shown, because its entry was edited by hand: ${kept?.place?.file}`;
  return kept ? [{ id, reason }] : [];
}

async function restorePapers(): Promise<number> {
  const { workspace } = openWorkspace(root);
  const removed = readRemoved(workspace).value ?? [];
  const ledger = ledgerOf(workspace);
  const items = positionals.map((id) => ({ id, removals: removalsNamed(id, removed, ledger) }));
  const found = items.filter(({ removals }) => removals.length > 0).map(({ id }) => id);
  const ids = removed.map(({ id }) => id.toLowerCase());
  const failures = positionals
    .filter((id) => !found.includes(id))
    .map((id) => ({ id, reason: `this paper is not removed${nearTo(id, ids)}` }));
  const restored = [...new Set(items.flatMap(({ removals }) => removals))];
  const report =
    dryRun || found.length === 0
      ? undefined
      : await changeWorkspace(workspace, async () => {
          await restoreRemoved(workspace, restored);
          return runIngest(root);
        });
  if (json) console.log(JSON.stringify({ broughtBack: found, failures, dryRun }));
  else {
    for (const id of found) console.log(`${dryRun ? "would restore" : "restored"} ${id}`);
    if (report) reportIngest(report);
  }
  return tell(failures);
}

function ledgerOf(workspace: Workspace): Ledger {
  const { value, messages } = publishedAddresses(workspace);
  if (messages.length > 0) throw new Error(describeMessages(messages));
  return value;
}

function nearTo(id: string, ids: string[]): string {
  const near = nearestIds(id, ids);
  return near.length > 0 ? `. Similar ids: ${near.join(", ")}` : "";
}

function tell(failures: Failure[]): number {
  for (const { id, reason } of failures) console.error(`${id}: ${reason}`);
  return failures.length > 0 ? exit.notAll : exit.done;
}
