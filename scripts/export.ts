import { join, resolve } from "node:path";
import { addressesUnder } from "../src/archive/addresses.ts";
import { exportFormats } from "../src/archive/export-archive.ts";
import { ownersExports, ownersFormats } from "../src/workspace/owners-exports.ts";
import { readArchive } from "../src/workspace/read-archive.ts";
import { planExport, writeExport } from "../src/workspace/write-exports.ts";
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
paper and each topic, and "reading-list" is Markdown with the papers of each status. If you export again, files that
nobody changed are renewed or removed, and changed ones stay and are named.

Options:
  --format NAME   only this format: ${keys.join(", ")}; can be repeated
  --out FOLDER    where to write the files (default: export/)
  --force         overwrite also what somebody changed in a vault, or what is in a folder given with --out
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
      .map(({ file, write }) => ({ path: file, text: write(papers, context) })),
    ...owners.files,
  ];
  const isOfVault = (path: string) => path.startsWith("obsidian/");
  const plan = await planExport(out, files, {
    // A folder that the owner named may have other files, and a vault may have changes of the owner's.
    isOverwritten: (path) => force || (values.out === undefined && !isOfVault(path)),
    isRenewed: (path) => isOfVault(path) && (values.format?.includes("obsidian") ?? false),
  });
  const { foreign, kept, remove } = plan;
  if (foreign.length > 0) {
    throw new Error(
      `${namesOf(foreign)} would be overwritten, which no export wrote. Choose another --out, or use --force`,
    );
  }
  if (!dryRun) await writeExport(out, plan);
  const written = plan.write.map(({ path, text }) => ({
    path: join(out, path),
    bytes: Buffer.byteLength(text),
  }));
  if (json) {
    const more = { kept, removed: remove, dryRun };
    console.log(JSON.stringify({ papers: papers.length, files: written, ...more }));
  } else {
    for (const { path, bytes } of written.slice(0, mostNamed)) {
      console.log(
        `${dryRun ? "would write" : "wrote"} ${path} (${bytes.toLocaleString("en")} bytes)`,
      );
    }
    const more = written.length - mostNamed;
    if (more > 0) console.log(`and ${counted(more, "more file")} in ${out}`);
    if (remove.length > 0) {
      const verb = dryRun ? "would remove" : "removed";
      console.log(`${verb} ${namesOf(remove)}, which the archive does not have anymore`);
    }
    if (kept.length > 0) {
      console.error(
        `These files were changed after they were exported, and stay: ${namesOf(kept)}. With --force, they are written anew`,
      );
    }
    console.log(counted(papers.length, "paper"));
    if (owners.leftOut.length > 0) {
      console.log(
        `These notes are about no paper, and were left out: ${owners.leftOut.join(", ")}`,
      );
    }
    printMessages(messages);
  }
  const hasErrors = messages.some(({ severity }) => severity === "error");
  return hasErrors || kept.length > 0 ? exit.notAll : exit.done;
});

/** Paths for a line of output, the first ones by name. */
function namesOf(paths: readonly string[]): string {
  const more = paths.length - mostNamed;
  const named = paths.slice(0, mostNamed).map((path) => join(out, path));
  return `${named.join(", ")}${more > 0 ? ` and ${counted(more, "more file")}` : ""}`;
}
