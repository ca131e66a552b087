import { resolve } from "node:path";
import { type Finding, findingsOf } from "../src/workspace/doctor/findings.ts";
import { hostLimits, megabytes, sizeOf, tooLarge } from "../src/workspace/doctor/sizes.ts";
import { runIngest } from "../src/workspace/run-ingest.ts";
import { counted, exit, readArguments, run } from "./command.ts";
import { openWorkspace } from "./open-workspace.ts";

const command = {
  name: "npm run doctor",
  help: `
npm run doctor [-- options]

Looks at the archive and says what is missing, inferred, unsorted, double, broken, and whether the site
in dist/ is too large for common hosts. It changes nothing.

Options:
  --all           name every paper and place, not only the first of each kind
  --root FOLDER   the project to work on (default: this one)
  --dry-run       accepted, as by every command; this one changes nothing
  --json          print one JSON object instead of text
  -h, --help      this text

Exit codes: 0 nothing is broken, 1 something is, 2 wrong usage.
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
  openWorkspace(root);
  const { list, messages, seeds } = await runIngest(root, { dryRun: true });
  const size = await sizeOf(resolve(root, "dist"));
  const findings = [...findingsOf(list, messages), ...(size ? tooLarge(size) : [])];
  if (json) console.log(JSON.stringify({ papers: list.length, seeds, site: size, findings }));
  else {
    for (const finding of findings) console.log(describe(finding));
    const built = size
      ? `the site has ${size.files} files, ${megabytes(size.bytes)}`
      : "no site is built yet, so its size is not known";
    console.log(`${counted(list.length, "paper")} from ${counted(seeds, "seed")}; ${built}`);
    if (size) console.log(hostLimits());
    if (findings.length === 0) console.log("Nothing to mend.");
  }
  return findings.some(({ severity }) => severity === "error") ? exit.notAll : exit.done;
});

function describe({ kind, severity, title, items, hint }: Finding): string {
  const shown = all || items.length === most + 1 ? items : items.slice(0, most);
  const more = items.length - shown.length;
  return [
    `${severity}  ${kind}: ${items.length} ${title}`,
    ...shown.map((item) => `    ${item}`),
    ...(more > 0 ? [`    … and ${more} more; --all names them`] : []),
    `    → ${hint}`,
  ].join("\n");
}
