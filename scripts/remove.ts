import { namesOf } from "../src/ingest/leave-out.ts";
import { nearestIds } from "../src/text/nearest-ids.ts";
import { addRemoved, restoreRemoved } from "../src/workspace/edit-removed.ts";
import { readRemoved } from "../src/workspace/read-removed.ts";
import { runIngest } from "../src/workspace/run-ingest.ts";
import { exit, fail, readArguments, run } from "./command.ts";
import { openWorkspace } from "./open-workspace.ts";
import { reportIngest } from "./report-ingest.ts";

const command = {
  name: "npm run remove",
  help: `
npm run remove -- [options] ID...

Leaves papers out of the archive. ID is an id as it stands in a paper's address, an arXiv id or a DOI.
The ids are written into content/removed.yaml; seeds and notes stay, so that --undo brings a paper back
as it was.

Options:
  --undo          bring the papers back
  --root FOLDER   the project to work on (default: this one)
  --dry-run       say what would be done, and change nothing
  --json          print one JSON object instead of text
  -h, --help      this text

Exit codes: 0 all done, 1 something could not be done (each is named), 2 wrong usage.
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
if (positionals.length === 0) fail(command, "say which paper, by its id");
/** Why an id names nothing. */
interface Failure {
  id: string;
  reason: string;
}

await run(command.name, () => (undo ? bringBack() : leaveOut()));

async function leaveOut(): Promise<number> {
  const { workspace } = openWorkspace(root);
  const { list } = await runIngest(root, { dryRun: true });
  const removed = readRemoved(workspace).value ?? [];
  const known = new Set(removed.map(({ id }) => id.toLowerCase()));
  const ids = list.map(({ id }) => id);
  const papers = positionals.map((id) => ({
    id,
    paper: list.find((one) => namesOf(one).includes(id.toLowerCase())),
  }));
  const out = papers.flatMap(({ paper }) =>
    paper ? [{ id: paper.id, title: paper.titleText }] : [],
  );
  const gone = papers.filter(({ paper }) => !paper).map(({ id }) => id);
  const already = gone.filter((id) => known.has(id.toLowerCase()));
  const failures = gone
    .filter((id) => !already.includes(id))
    .map((id) => ({ id, reason: `no paper has this id${nearTo(id, ids)}` }));
  if (!dryRun && out.length > 0) await addRemoved(workspace, out);
  const report = dryRun || out.length === 0 ? undefined : await runIngest(root);
  const lines = [
    ...out.map(({ id, title }) => `${dryRun ? "would leave out" : "left out"} ${id}  ${title}`),
    ...already.map((id) => `${id}: left out already`),
  ];
  if (json) console.log(JSON.stringify({ removed: out, already, failures, dryRun }));
  else {
    for (const line of lines) console.log(line);
    if (out.length > 0 && !dryRun) {
      console.log("Seeds and notes stay; `npm run remove -- --undo ID` brings a paper back.");
    }
    if (report) reportIngest(report);
  }
  return tell(failures);
}

async function bringBack(): Promise<number> {
  const { workspace } = openWorkspace(root);
  const removed = (readRemoved(workspace).value ?? []).map(({ id }) => id.toLowerCase());
  const found = positionals.filter((id) => removed.includes(id.toLowerCase()));
  const failures = positionals
    .filter((id) => !found.includes(id))
    .map((id) => ({ id, reason: `is not among the papers left out${nearTo(id, removed)}` }));
  if (!dryRun && found.length > 0) {
    await restoreRemoved(
      workspace,
      found.map((id) => id.toLowerCase()),
    );
  }
  const report = dryRun || found.length === 0 ? undefined : await runIngest(root);
  if (json) console.log(JSON.stringify({ broughtBack: found, failures, dryRun }));
  else {
    for (const id of found) console.log(`${dryRun ? "would bring back" : "brought back"} ${id}`);
    if (report) reportIngest(report);
  }
  return tell(failures);
}

function nearTo(id: string, ids: string[]): string {
  const near = nearestIds(id, ids);
  return near.length > 0 ? `; the nearest are ${near.join(", ")}` : "";
}

function tell(failures: Failure[]): number {
  for (const { id, reason } of failures) console.error(`${id}: ${reason}`);
  return failures.length > 0 ? exit.notAll : exit.done;
}
