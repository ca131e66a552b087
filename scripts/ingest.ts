import { describeMessages } from "../src/project/describe-messages.ts";
import { type IngestReport, runIngest } from "../src/project/run-ingest.ts";
import { exit, readArguments, run } from "./command.ts";

const command = {
  name: "npm run ingest",
  help: `
npm run ingest [-- options]

Reads seeds/ and writes one entry a paper under content/papers/. Entries that are as they should be
are left alone; an entry whose paper is gone is named, then removed. Files of your own are never
touched.

Options:
  --root FOLDER   the project to work on (default: this one)
  --dry-run       say what would be done, and change nothing
  --strict        end with exit code 1 on a warning, too
  -h, --help      this text

Exit codes: 0 all done, 1 something could not be done (each is named), 2 wrong usage.
`,
  options: {
    root: { type: "string", default: process.cwd() },
    "dry-run": { type: "boolean", default: false },
    strict: { type: "boolean", default: false },
  },
} as const;

const { values } = readArguments(command);

await run(command.name, async () => {
  const report = await runIngest(values.root, {
    dryRun: values["dry-run"],
    beforeRemoval: (paths) => {
      for (const path of paths) console.log(`removing ${path}: no seed has this paper now`);
    },
  });
  console.log(summary(report, values["dry-run"]));
  const messages = describeMessages(report.messages);
  if (messages) console.error(messages);
  const grave = report.messages.some(
    ({ severity }) => severity === "error" || (values.strict && severity === "warning"),
  );
  return grave ? exit.notAll : exit.done;
});

function summary({ seeds, papers, created, updated, kept, removed }: IngestReport, dry: boolean) {
  const would = dry ? "would be " : "";
  return (
    `${papers} papers from ${seeds} seed${seeds === 1 ? "" : "s"}: ` +
    `${created} ${would}created, ${updated} ${would}updated, ${kept} unchanged, ${removed} ${would}removed`
  );
}
