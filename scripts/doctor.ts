import { resolve } from "node:path";
import { type Finding, findingsOf } from "../src/workspace/doctor/findings.ts";
import { tooMuchMemory } from "../src/workspace/doctor/memory.ts";
import { noteMessages } from "../src/workspace/doctor/note-messages.ts";
import {
  distances,
  expectedSize,
  megabytes,
  sizeOf,
  tooLarge,
} from "../src/workspace/doctor/sizes.ts";
import { runIngest } from "../src/workspace/run-ingest.ts";
import { counted, exit, readArguments, run } from "./command.ts";
import { memoryFaultsOf } from "./memory-of-builds.ts";
import { openWorkspace } from "./open-workspace.ts";

const command = {
  name: "npm run doctor",
  help: `
npm run doctor [-- options]

Checks the archive for missing and inferred facts, papers without a topic, possible duplicates and
errors, and checks whether the site in dist/ is too large for common hosts, and whether this machine has the
memory to build it. Changes nothing.

Options:
  --all           list all papers and places, not only the first ones of each kind
  --root FOLDER   the folder of the archive (default: the current one)
  --dry-run       has no effect, as this command changes nothing
  --json          print one JSON object instead of text; if the command fails, it has "error"
  -h, --help      show this help

Exit codes: 0 no errors, 1 errors were found, 2 wrong arguments.
`,
  options: {
    all: { type: "boolean", default: false },
    root: { type: "string", default: process.cwd() },
    "dry-run": { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
} as const;

const { values } = readArguments(command);
const { root, all, json } = values;
const most = 5;

await run(command.name, async () => {
  const { workspace, site } = openWorkspace(root);
  const { list, messages, seeds } = await runIngest(root, { dryRun: true });
  const size = await sizeOf(resolve(root, "dist"));
  const said = [...messages, ...(await noteMessages(workspace, site))];
  const findings = [
    ...findingsOf(list, said),
    ...(size ? tooLarge(size) : []),
    ...tooMuchMemory(memoryFaultsOf(list.length)),
  ];
  if (json) console.log(JSON.stringify({ papers: list.length, seeds, site: size, findings }));
  else {
    for (const finding of findings) console.log(describe(finding));
    const expected = size ?? expectedSize(list.length);
    const { files, bytes } = expected;
    const known = size ? "the site has" : "the site is not built yet; it will have about";
    console.log(
      `${counted(list.length, "paper")} from ${counted(seeds, "seed")}; ${known} ${files.toLocaleString("en")} files, ${megabytes(bytes)}`,
    );
    console.log("What it takes of the limits of hosts:");
    for (const line of distances(expected, list.length)) console.log(`    ${line}`);
    if (findings.length === 0) console.log("No problems found.");
  }
  return findings.some(({ severity }) => severity === "error") ? exit.notAll : exit.done;
});

function describe({ kind, severity, title, items, hint }: Finding): string {
  const shown = all || items.length === most + 1 ? items : items.slice(0, most);
  const more = items.length - shown.length;
  return [
    `${severity}  ${kind}: ${title} (${items.length})`,
    ...shown.map((item) => `    ${item}`),
    ...(more > 0 ? [`    … and ${more} more; --all lists them`] : []),
    `    → ${hint}`,
  ].join("\n");
}
