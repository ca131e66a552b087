import { describeMessages } from "../src/workspace/describe-messages.ts";
import { workspaceAt } from "../src/workspace/paths.ts";
import { readSite } from "../src/workspace/read-site.ts";
import { runIngest } from "../src/workspace/run-ingest.ts";
import { counted, exit, readArguments, run } from "./command.ts";
import { annotationOf, isOnHost, listForHost } from "./say-to-host.ts";

const command = {
  name: "npm run ingest",
  help: `
npm run ingest [-- options]

Reads seeds/ and writes an entry for each paper under content/papers/. An entry that is up to date is
left alone. An entry whose paper is gone is named and removed. An entry whose date or id changed moves.
New addresses are added to content/addresses.jsonl, so that they never lead nowhere or to another paper;
commit that file.
Your own files are never touched.

Options:
  --root FOLDER   the folder of the archive (default: the current one)
  --dry-run       show what would be done, but change nothing
  --preview       do not record new addresses in content/addresses.jsonl, except those of papers that
                  have a note or are removed; for changes that you do not publish yet
  --publish       end with exit code 1 only if published papers would be missing from the site because of a
                  fault, or if content/site.yaml says "strict: true" and there was an error
  --strict        end with exit code 1 on warnings too
  --verbose       print all messages, not only the first ones of each rule
  --json          print one JSON object instead of text; if the command fails, it has "error"
  -h, --help      show this help

Exit codes: 0 success, 1 something failed (the output says what), 2 wrong arguments.
`,
  options: {
    root: { type: "string", default: process.cwd() },
    "dry-run": { type: "boolean", default: false },
    publish: { type: "boolean", default: false },
    preview: { type: "boolean", default: false },
    strict: { type: "boolean", default: false },
    verbose: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
} as const;

const { values } = readArguments(command);
const { root, strict, verbose, json, publish, preview: isPreview, "dry-run": dryRun } = values;

await run(command.name, async () => {
  const report = await runIngest(root, {
    dryRun,
    isPreview,
    beforeRemoval: (paths, moves) => {
      if (json) return;
      for (const { from, to } of moves) {
        console.log(`${dryRun ? "would move" : "moving"} ${from} to ${to}`);
      }
      const verb = dryRun ? "would remove" : "removing";
      for (const path of paths)
        console.log(`${verb} ${path}: the archive has no paper at this address anymore`);
    },
  });
  const { seeds, papers, created, updated, kept, moved, removed } = report;
  const isLost = isOnHost(process.env) && !dryRun;
  const aboutLedger = isLost ? report.unrecorded : report.newAddresses;
  const messages = [...report.messages, ...(aboutLedger ? [aboutLedger] : [])];
  const isWhole = !messages.some(
    ({ severity }) => severity === "error" || (strict && severity === "warning"),
  );
  const whole = isWhole || (publish && report.isPublishable && !isStrict(root));
  if (json) {
    const { list, createdIds, newAddresses, unrecorded, isPublishable, ...counts } = report;
    console.log(JSON.stringify({ ...counts, messages, dryRun }));
    return whole ? exit.done : exit.notAll;
  }
  const would = dryRun ? "would be " : "";
  // Without seeds, the messages already say so.
  if (seeds > 0) {
    console.log(
      `${counted(papers, "paper")} from ${counted(seeds, "seed")}: ${created} ${would}created, ${updated} ${would}updated, ${kept} unchanged, ${moved > 0 ? `${moved} ${would}moved, ` : ""}${removed} ${would}removed`,
    );
  }
  if (messages.length > 0) console.error(describeMessages(messages, { verbose }));
  if (publish) listForHost("What was not read", messages);
  const annotation = isLost && aboutLedger && annotationOf(aboutLedger, process.env);
  if (annotation) console.log(annotation);
  return whole ? exit.done : exit.notAll;
});

/** Whether the owner wants no site without all that the seeds and notes have. */
function isStrict(root: string): boolean {
  return readSite(workspaceAt(root)).value?.strict ?? true;
}
