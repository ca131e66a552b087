import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { addressesUnder } from "../src/archive/addresses.ts";
import { exportFormats } from "../src/archive/export-archive.ts";
import { makeFolder } from "../src/workspace/make-folder.ts";
import { ownersExports, ownersFormats } from "../src/workspace/owners-exports.ts";
import { readArchive } from "../src/workspace/read-archive.ts";
import { clearTemporaryFilesIn } from "../src/workspace/temporary-files.ts";
import { writeFileAtomic } from "../src/workspace/write-file.ts";
import { checkChoice, counted, exit, readArguments, run } from "./command.ts";
import { openWorkspace } from "./open-workspace.ts";
import { printMessages } from "./say.ts";

const keys = [...exportFormats.map(({ key }) => key), ...ownersFormats];
const command = {
  name: "npm run export",
  help: `
npm run export [-- options]

Writes the whole archive as BibTeX, RIS, CSL-JSON, JSON lines, CSV and Markdown. The JSON lines have all data
of the archive: you can use that file as a seed to get the same archive again.

Two formats have your notes, and are written only if you name them: "obsidian" is a vault with a file for each
paper and each topic, and "reading-list" is Markdown with the papers of each status.

Options:
  --format NAME   only this format: ${keys.join(", ")}; can be repeated
  --out FOLDER    where to write the files (default: export/)
  --force         overwrite files in a folder given with --out, or of a vault
  --root FOLDER   the folder of the archive (default: the current one)
  --dry-run       show what would be written, but change nothing
  --json          print one JSON object instead of text; if the command fails, it has "error"
  -h, --help      show this help

Exit codes: 0 success, 1 something failed (the output says what), 2 wrong arguments.
`,
  options: {
    format: { type: "string", multiple: true },
    out: { type: "string" },
    force: { type: "boolean", default: false },
    root: { type: "string", default: process.cwd() },
    "dry-run": { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
} as const;

const { values } = readArguments(command);
const { root, json, force, "dry-run": dryRun } = values;
for (const format of values.format ?? []) checkChoice(command, ["format", format], keys);
const out = values.out === undefined ? resolve(root, "export") : resolve(values.out);

/** The most files that are named one by one. */
const mostNamed = 20;

await run(command.name, async () => {
  const { workspace, site } = openWorkspace(root);
  const { value: papers, messages: faults } = await readArchive(workspace);
  if (papers.length === 0) throw new Error("the archive has no papers. Run `npm run ingest` first");
  const to = addressesUnder(site.base);
  const context = {
    title: site.title,
    addressOf: (id: string) => site.address && new URL(to.paper(id), site.address).href,
  };
  const { addressOf } = context;
  const owners = await ownersExports(workspace, papers, values.format ?? [], { site, addressOf });
  const messages = [...faults, ...owners.messages];
  const files = [
    ...exportFormats
      .filter(({ key }) => values.format?.includes(key) ?? true)
      .map(({ file, write }) => ({ path: join(out, file), text: write(papers, context) })),
    ...owners.files.map(({ path, text }) => ({ path: join(out, path), text })),
  ];
  refuseToOverwrite(files);
  for (const folder of dryRun ? [] : new Set([out, ...files.map(({ path }) => dirname(path))])) {
    await makeFolder(folder);
    await clearTemporaryFilesIn(folder);
  }
  for (const { path, text } of dryRun ? [] : files) await writeFileAtomic(path, text);
  const written = files.map(({ path, text }) => ({ path, bytes: Buffer.byteLength(text) }));
  if (json) console.log(JSON.stringify({ papers: papers.length, files: written, dryRun }));
  else {
    for (const { path, bytes } of written.slice(0, mostNamed)) {
      console.log(
        `${dryRun ? "would write" : "wrote"} ${path} (${bytes.toLocaleString("en")} bytes)`,
      );
    }
    const more = written.length - mostNamed;
    if (more > 0) console.log(`and ${counted(more, "more file")} in ${out}`);
    console.log(counted(papers.length, "paper"));
    if (owners.leftOut.length > 0) {
      console.log(
        `These notes are about no paper, and were left out: ${owners.leftOut.join(", ")}`,
      );
    }
    printMessages(messages);
  }
  return messages.some(({ severity }) => severity === "error") ? exit.notAll : exit.done;
});

/** A folder that the owner named may have other files, and a vault may have changes of the owner's. */
function refuseToOverwrite(files: readonly { path: string; text: string }[]): void {
  const vault = join(out, "obsidian");
  const taken = files.filter(
    ({ path, text }) =>
      (values.out !== undefined || path.startsWith(vault)) &&
      existsSync(path) &&
      readFileSync(path, "utf8") !== text,
  );
  if (taken.length === 0 || force) return;
  const named = taken.slice(0, mostNamed).map(({ path }) => path);
  const more = taken.length - named.length;
  const rest = more > 0 ? ` and ${counted(more, "more file")}` : "";
  throw new Error(
    `${named.join(", ")}${rest} would be overwritten. Choose another --out, or use --force`,
  );
}
