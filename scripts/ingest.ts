import { exit, readArguments, run } from "./command.ts";
import { ingestProject } from "./ingest-project.ts";

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
const { root, strict, "dry-run": dryRun } = values;

await run(command.name, async () =>
  (await ingestProject(root, { dryRun, strict })) ? exit.done : exit.notAll,
);
