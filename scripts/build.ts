import { existsSync, readdirSync } from "node:fs";
import { resolve } from "node:path";
import { defined } from "../src/schemas/defined.ts";
import { describeIssue } from "../src/schemas/describe-issue.ts";
import { site } from "../src/schemas/site.ts";
import { partitionFolder } from "../src/workspace/partitions/built-partition.ts";
import { workspaceAt } from "../src/workspace/paths.ts";
import { readSite } from "../src/workspace/read-site.ts";
import { buildIfChanged, ingestIfChanged } from "./build-if-changed.ts";
import { exit, fail, numberOption, readArguments, run } from "./command.ts";
import { plainRoot } from "./plain-root.ts";
import { settingsAreSound } from "./settings-are-sound.ts";

const command = {
  name: "npm run build",
  help: `
npm run build [-- options]

Reads seeds/, writes the entries, and builds the site with its search index in dist/. If part of a seed
cannot be read, the site is built from the rest, and the exit code is 1. The last site stays in its place
until the new one is complete. If nothing has changed since the last build, its site stays; otherwise only
the pages that differ are made again.

Options:
  --base PATH     the path of the site on its server (default: base in content/site.yaml, or /)
  --address URL   the address of the server (default: address in content/site.yaml)
  --relative      build a site that can be opened from a folder, without a server
  --out FOLDER    where to write the site (default: dist)
  --fresh         make everything again, even what has not changed since the last build
  --processes N   let N processes make the pages (default: one less than this machine has processors if it
                  has four or more and there are more than 5,000 pages to make, but at most 8,
                  and not more than its memory has room for; otherwise 1)
  --publish       for a host: end with exit code 1 only if published papers would be missing because of a
                  fault, or if content/site.yaml says "strict: true" and there was an error
  --strict        end with exit code 1 on warnings too
  --verbose       print all messages, not only the first ones of each rule

For an archive that is too large for one machine (docs/scale.md):
  --partitions       read seeds/ and write the entries, make related papers and the map, and write the names of
                     the partitions, years or months, into .cache/partitions/names.json, and a graph of their
                     tasks for Turborepo into .cache/partitions/turbo
  --partition NAME   build the pages of one partition and its packs for reading offline, from the entries as they are,
                     in .cache/partitions/NAME or the folder of --out
  --join [FOLDER…]   build the site from the entries as they are, with the pages of these partitions, or of all in
                     .cache/partitions; its files are those of a build without partitions

  -h, --help      show this help

Exit codes: 0 success, 1 something failed (the output says what), 2 wrong arguments.
`,
  options: {
    base: { type: "string" },
    address: { type: "string" },
    relative: { type: "boolean", default: false },
    out: { type: "string" },
    fresh: { type: "boolean", default: false },
    processes: { type: "string" },
    publish: { type: "boolean", default: false },
    strict: { type: "boolean", default: false },
    verbose: { type: "boolean", default: false },
    partitions: { type: "boolean", default: false },
    partition: { type: "string" },
    join: { type: "boolean", default: false },
  },
  positionals: true,
} as const;

const { values, positionals } = readArguments(command);
if (positionals.length > 0 && !values.join) {
  fail(command, `"${positionals[0]}" is not an option. Folders can be named with --join`);
}
const modes = ["partitions", "partition", "join", "relative"] as const;
const [mode, other] = modes.filter((name) => values[name] !== undefined && values[name] !== false);
if (mode && other) fail(command, `--${mode} and --${other} cannot be combined`);
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
const processes =
  values.processes === undefined
    ? undefined
    : numberOption(command, ["processes", values.processes], 1, {
        least: 1,
        most: 64,
        whole: true,
      });
// A build replaces the output folder, so it must not overlap with a folder that was not built.
const out = resolve(values.out ?? "dist");
const kept = ["seeds", "content", "src", "scripts", "public", "tests", "node_modules", ".git"];
const clobbers = kept.map((name) => resolve(name)).find((folder) => overlaps(folder, out));
if (clobbers)
  fail(command, `--out is "${values.out}", but building there would delete ${clobbers}`);
if (values.out !== undefined && existsSync(out) && readdirSync(out).length > 0) {
  const made = values.partition === undefined ? "404.html" : "partition.json";
  if (!existsSync(resolve(out, made))) {
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
  const { strict, verbose, relative, publish, fresh, partition } = values;
  const isStrict = readSite(workspaceAt(root)).value?.strict ?? false;
  const place = defined({ address: values.address, base: values.base });
  if (partition !== undefined) {
    const { buildPartition } = await import("./build-partition.ts");
    const folder = values.out === undefined ? partitionFolder({ root }, partition) : out;
    const isWhole = await buildPartition(root, partition, folder, {
      ...place,
      verbose,
      fresh,
    });
    return isWhole ? exit.done : exit.notAll;
  }
  const partitions = values.join
    ? await (await import("./partitions.ts")).partitionsToJoin(root, positionals, place)
    : [];
  const build = {
    root,
    verbose,
    fresh,
    isForHost: publish,
    asFiles: relative,
    partitions,
    processes,
    ...place,
    ...defined({ outDir: values.out }),
  };
  const update = { strict, verbose, publish, fresh };
  // Partitions fit the entries that they were made from.
  const read =
    values.join || (await ingestIfChanged(root, update, values.partitions ? undefined : build));
  if (values.partitions) {
    await (await import("./partitions.ts")).preparePartitions(root, place);
    return read ? exit.done : exit.notAll;
  }
  if (publish && !read) {
    console.error("The site was not built, because published papers would be missing from it.");
    return exit.notAll;
  }
  const shown = await buildIfChanged(build);
  const whole = read && (shown || (publish && !isStrict));
  if (!read || !shown)
    console.error("The site was built without the content that the errors above are about.");
  return whole ? exit.done : exit.notAll;
});

// A timer or connection of an owner's code would keep the command from ending.
process.stdout.write("", () => process.stderr.write("", () => process.exit()));
