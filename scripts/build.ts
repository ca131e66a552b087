import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { defined } from "../src/schemas/defined.ts";
import { describeIssue } from "../src/schemas/describe-issue.ts";
import { site } from "../src/schemas/site.ts";
import { workspaceAt } from "../src/workspace/paths.ts";
import { readSite } from "../src/workspace/read-site.ts";
import { buildIfChanged, ingestIfChanged } from "./build-if-changed.ts";
import { exit, fail, readArguments, run } from "./command.ts";
import { plainRoot } from "./plain-root.ts";
import { settingsAreSound } from "./settings-are-sound.ts";

const command = {
  name: "npm run build",
  help: `
npm run build [-- options]

Reads seeds/, writes the entries, and builds the site with its search index in dist/. If part of a seed
cannot be read, the site is built from the rest, and the exit code is 1. The last site stays in its place
until the new one is complete. If nothing has changed since the last build, its site stays.

Options:
  --base PATH     the path of the site on its server (default: base in content/site.yaml, or /)
  --address URL   the address of the server (default: address in content/site.yaml)
  --relative      build a site that can be opened from a folder, without a server
  --out FOLDER    where to write the site (default: dist)
  --fresh         make everything again, even if nothing has changed since the last build
  --publish       for a host: end with exit code 1 only if published papers would be missing because of a
                  fault, or if content/site.yaml says "strict: true" and there was an error
  --strict        end with exit code 1 on warnings too
  --verbose       print all messages, not only the first ones of each rule
  -h, --help      show this help

Exit codes: 0 success, 1 something failed (the output says what), 2 wrong arguments.
`,
  options: {
    base: { type: "string" },
    address: { type: "string" },
    relative: { type: "boolean", default: false },
    out: { type: "string" },
    fresh: { type: "boolean", default: false },
    publish: { type: "boolean", default: false },
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
  fail(
    command,
    "--relative and --base cannot be combined, because a folder of files has no base path",
  );
}
// A build replaces the output folder, so it must not overlap with a folder that was not built.
const out = resolve(values.out ?? "dist");
const kept = ["seeds", "content", "src", "scripts", "public", "tests", "node_modules", ".git"];
const clobbers = kept.map((name) => resolve(name)).find((folder) => overlaps(folder, out));
if (clobbers)
  fail(command, `--out is "${values.out}", but building there would delete ${clobbers}`);
if (values.out !== undefined && existsSync(out) && readdirSync(out).length > 0) {
  if (!existsSync(resolve(out, "404.html"))) {
    fail(
      command,
      `--out is "${values.out}", but that folder has files that are not from a build of this site`,
    );
  }
}

function overlaps(folder: string, other: string): boolean {
  return `${other}/`.startsWith(`${folder}/`) || `${folder}/`.startsWith(`${other}/`);
}

await run(command.name, async () => {
  const root = await plainRoot();
  if (!settingsAreSound(root)) return exit.notAll;
  const { strict, verbose, relative, publish, fresh } = values;
  const isStrict = readSite(workspaceAt(root)).value?.strict ?? false;
  const read = await ingestIfChanged(root, { strict, verbose, publish, fresh });
  if (publish && !read) {
    console.error("The site was not built, because published papers would be missing from it.");
    return exit.notAll;
  }
  const shown = await buildIfChanged({
    root,
    verbose,
    fresh,
    isForHost: publish,
    asFiles: relative,
    ...defined({ address: values.address, outDir: values.out, base: values.base }),
  });
  const whole = read && (shown || (publish && !isStrict));
  if (!read || !shown)
    console.error("The site was built without the content that the errors above are about.");
  return whole ? exit.done : exit.notAll;
});

// A timer or connection of an owner's code would keep the command from ending.
process.stdout.write("", () => process.stderr.write("", () => process.exit()));
