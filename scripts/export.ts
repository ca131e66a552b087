import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { addressesUnder } from "../src/archive/addresses.ts";
import { exportFormats } from "../src/archive/export-archive.ts";
import { describeMessages } from "../src/workspace/describe-messages.ts";
import { makeFolder } from "../src/workspace/make-folder.ts";
import { readArchive } from "../src/workspace/read-archive.ts";
import { clearTemporaryFilesIn } from "../src/workspace/temporary-files.ts";
import { writeFileAtomic } from "../src/workspace/write-file.ts";
import { counted, exit, fail, readArguments, run } from "./command.ts";
import { openWorkspace } from "./open-workspace.ts";

const keys = exportFormats.map(({ key }) => key);
const command = {
  name: "npm run export",
  help: `
npm run export [-- options]

Writes the whole archive as BibTeX, RIS, CSL-JSON, JSON lines, CSV and Markdown. The JSON lines have all data
of the archive: you can use that file as a seed to get the same archive again.

Options:
  --format NAME   only this format: ${keys.join(", ")}; can be repeated
  --out FOLDER    where to write the files (default: export/)
  --force         overwrite files in a folder given with --out
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
const wrong = values.format?.find((format) => !keys.includes(format));
if (wrong !== undefined)
  fail(command, `--format is "${wrong}", but must be one of ${keys.join(", ")}`);
const out = values.out === undefined ? resolve(root, "export") : resolve(values.out);

await run(command.name, async () => {
  const { workspace, site } = openWorkspace(root);
  const { value: papers, messages } = await readArchive(workspace);
  if (papers.length === 0) throw new Error("the archive has no papers. Run `npm run ingest` first");
  const to = addressesUnder(site.base);
  const context = {
    title: site.title,
    addressOf: (id: string) => site.address && new URL(to.paper(id), site.address).href,
  };
  const files = exportFormats
    .filter(({ key }) => values.format?.includes(key) ?? true)
    .map(({ file, write }) => ({ path: join(out, file), text: write(papers, context) }));
  const taken = files.filter(
    ({ path, text }) => existsSync(path) && readFileSync(path, "utf8") !== text,
  );
  if (values.out !== undefined && taken.length > 0 && !force) {
    throw new Error(
      `${taken.map(({ path }) => path).join(", ")} would be overwritten. Choose another --out, or use --force`,
    );
  }
  if (!dryRun) {
    await makeFolder(out);
    await clearTemporaryFilesIn(out);
  }
  for (const { path, text } of dryRun ? [] : files) await writeFileAtomic(path, text);
  const written = files.map(({ path, text }) => ({ path, bytes: Buffer.byteLength(text) }));
  if (json) console.log(JSON.stringify({ papers: papers.length, files: written, dryRun }));
  else {
    for (const { path, bytes } of written) {
      console.log(
        `${dryRun ? "would write" : "wrote"} ${path} (${bytes.toLocaleString("en")} bytes)`,
      );
    }
    console.log(counted(papers.length, "paper"));
    if (messages.length > 0) console.error(describeMessages(messages));
  }
  return messages.some(({ severity }) => severity === "error") ? exit.notAll : exit.done;
});
