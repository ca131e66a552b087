import { exit, readArguments, run } from "./command.ts";
import { ingestUnlessSame } from "./ingest-with-progress.ts";
import { isWhole, messagesOfIngest, printIngest } from "./print-ingest.ts";

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
  --fresh         read everything again, even if nothing has changed since the last run
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
    fresh: { type: "boolean", default: false },
    publish: { type: "boolean", default: false },
    preview: { type: "boolean", default: false },
    strict: { type: "boolean", default: false },
    verbose: { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
} as const;

const { values } = readArguments(command);
const { root, strict, verbose, json, publish, fresh, preview: isPreview } = values;
const dryRun = values["dry-run"];

await run(command.name, async () => {
  const report = await ingestUnlessSame(root, {
    dryRun,
    isPreview,
    isFresh: fresh,
    isPublish: publish,
    isSilent: json,
    isQuiet: json || isPreview,
  });
  const output = { root, strict, verbose, publish, dryRun };
  if (json) {
    const { newAddresses, unrecorded, isPublishable, ...counts } = report;
    console.log(JSON.stringify({ ...counts, messages: messagesOfIngest(report, dryRun), dryRun }));
  } else printIngest(report, output);
  return isWhole(report, output) ? exit.done : exit.notAll;
});
