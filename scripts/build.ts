import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { defined } from "../src/schemas/defined.ts";
import { describeIssue } from "../src/schemas/describe-issue.ts";
import { site } from "../src/schemas/site.ts";
import { buildSite } from "./build-site.ts";
import { exit, fail, readArguments, run } from "./command.ts";
import { ingestApart } from "./ingest-apart.ts";
import { settingsAreSound } from "./settings-are-sound.ts";

const command = {
  name: "npm run build",
  help: `
npm run build [-- options]

Reads seeds/, writes the entries, makes the site in dist/ and its search index. When a seed could not
be read whole, the site is built from the rest, and the command ends with exit code 1.

Options:
  --base PATH     the path under which the site will lie (default: base in content/site.yaml, or /)
  --address URL   where it is published (default: address in content/site.yaml)
  --relative      a site that can be opened as files in a folder, without a server
  --out FOLDER    where the site goes (default: dist)
  --strict        end with exit code 1 on a warning, too
  --verbose       print every message, not only some of each kind
  -h, --help      this text

Exit codes: 0 all done, 1 something could not be done (each is named), 2 wrong usage.
`,
  options: {
    base: { type: "string" },
    address: { type: "string" },
    relative: { type: "boolean", default: false },
    out: { type: "string" },
    strict: { type: "boolean", default: false },
    verbose: { type: "boolean", default: false },
  },
} as const;

const { values } = readArguments(command);
const where = site.pick({ base: true, address: true });
const given = { base: values.base, address: values.address };
for (const issue of where.safeParse(given).error?.issues ?? []) {
  const [fault] = describeIssue(issue, given, where);
  if (fault) fail(command, `--${fault.reason} ${fault.hint ?? ""}`.trim());
}
if (values.relative && values.base !== undefined) {
  fail(command, "--relative and --base exclude each other: a folder of files has no base path");
}
// Astro empties the output folder, so it must not overlap with a folder that no build makes.
const out = resolve(values.out ?? "dist");
const kept = ["seeds", "content", "src", "scripts", "public", "tests", "node_modules", ".git"];
const clobbers = kept.map((name) => resolve(name)).find((folder) => overlaps(folder, out));
if (clobbers) fail(command, `--out is "${values.out}", which would delete ${clobbers}`);
if (values.out !== undefined && existsSync(out) && readdirSync(out).length > 0) {
  if (!existsSync(resolve(out, "404.html"))) {
    fail(command, `--out is "${values.out}", a folder with files that no build of this site made`);
  }
}

function overlaps(folder: string, other: string): boolean {
  return `${other}/`.startsWith(`${folder}/`) || `${folder}/`.startsWith(`${other}/`);
}

await run(command.name, async () => {
  const root = process.cwd();
  if (!settingsAreSound(root)) return exit.notAll;
  const { strict, verbose, relative } = values;
  const read = ingestApart({ strict, verbose });
  const shown = await buildSite({
    root,
    verbose,
    asFiles: relative,
    ...defined({ address: values.address, outDir: values.out, base: values.base }),
  });
  const whole = read && shown;
  if (!whole) console.error("The site is built, but without what the messages above name.");
  return whole ? exit.done : exit.notAll;
});
