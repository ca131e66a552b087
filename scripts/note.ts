import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { findPaper } from "../src/notes/find-paper.ts";
import { noteTemplate } from "../src/notes/note-template.ts";
import type { PaperEntry } from "../src/schemas/paper.ts";
import { targetOf } from "../src/workspace/add/target.ts";
import { clearLeftovers } from "../src/workspace/change-workspace.ts";
import { readEntry } from "../src/workspace/entries.ts";
import { makeFolder } from "../src/workspace/make-folder.ts";
import { type Workspace, workspaceAt } from "../src/workspace/paths.ts";
import { readEntries } from "../src/workspace/read-entries.ts";
import { readNotes } from "../src/workspace/read-notes.ts";
import { createFileAtomic } from "../src/workspace/write-file.ts";
import { exit, fail, readArguments, run, tellProgram } from "./command.ts";

const command = {
  name: "npm run note",
  help: `
npm run note -- [options] PAPER

Opens your note about a paper, and creates it if necessary. PAPER is the last part of the paper's
address, an arXiv id, a DOI, the address itself, or part of a title that no other paper has. The note
opens in $VISUAL or $EDITOR. If neither is set, or there is no terminal, its path is printed.

Options:
  --dry-run       show what would be done, but change nothing
  --json          print a JSON object with "id", "title", "path" and "made" (whether the note is
                  new), or with "error" and "papers" that match, and do not open the note
  --root FOLDER   the folder of the archive (default: the current one)
  -h, --help      show this help

Exit codes: 0 success, 1 no paper or several papers match, 2 wrong arguments.
`,
  options: {
    "dry-run": { type: "boolean", default: false },
    json: { type: "boolean", default: false },
    root: { type: "string", default: process.cwd() },
  },
  positionals: true,
} as const;

const { values, positionals } = readArguments(command);
const written = positionals.join(" ").trim();
if (written === "") fail(command, "name a paper");

await run(command.name, async () => {
  const workspace = workspaceAt(values.root);
  const papers = await papersOf(workspace);
  if (papers.length === 0) {
    throw new Error("the archive has no papers. Run `npm run ingest` first");
  }
  const found = findPaper(written, papers);
  if (!("paper" in found)) {
    explain(found, papers);
    return exit.notAll;
  }
  const { paper } = found;
  const notes = (await readNotes(workspace)).value.map(({ path }) => path);
  const names = [paper.id, ...paper.aliases].map((name) => `${name}.mdx`);
  const known = names
    .map((name) => notes.find((path) => path.endsWith(`/${name}`)))
    .find((path) => path !== undefined);
  const path = known ?? join(relative(workspace.root, workspace.notes), `${paper.id}.mdx`);
  const made = known === undefined;
  if (!values["dry-run"]) await clearLeftovers(workspace);
  if (made && !values["dry-run"]) {
    await makeFolder(workspace.notes);
    const text = noteTemplate(
      paper.titleText,
      paper.annotation,
      existsSync(join(workspace.root, "docs/schemas/note.json")),
    );
    if (!(await createFileAtomic(join(workspace.root, path), text))) {
      throw new Error(`${path} already exists, but it cannot be read as a note`);
    }
  }
  if (values.json) {
    console.log(JSON.stringify({ id: paper.id, title: paper.titleText, path, made }));
    return exit.done;
  }
  if (values["dry-run"]) {
    console.log(`would ${made ? "create" : "open"} ${path} about "${paper.titleText}"`);
    return exit.done;
  }
  return open(workspace, path) ? exit.done : exit.notAll;
});

async function papersOf(workspace: Workspace): Promise<PaperEntry[]> {
  const folder = relative(workspace.root, workspace.papers);
  return [...(await readEntries(workspace))].flatMap(
    ([path, text]) => readEntry(folder, path, text).value?.data ?? [],
  );
}

function explain(
  found: { several: PaperEntry[] } | { nearest: string[] },
  papers: PaperEntry[],
): void {
  const meant =
    "several" in found
      ? found.several
      : found.nearest.flatMap((near) => papers.find(({ id }) => id === near) ?? []);
  const reason =
    "several" in found
      ? `${meant.length} papers have "${written}" in their titles. Use the id of one of them`
      : `no paper has the id "${written}" or these words in its title`;
  tellProgram(reason, { papers: meant.map(({ id, titleText }) => ({ id, title: titleText })) });
  console.error(`${command.name}: ${reason}`);
  if (!("several" in found) && meant.length > 0) console.error("Similar papers:");
  for (const { id, titleText } of meant.slice(0, 20)) console.error(`  ${id}  ${titleText}`);
  if (meant.length > 20) console.error(`  … and ${meant.length - 20} more`);
  if ("several" in found) return;
  const asked = targetOf(written, () => false);
  console.error(
    asked
      ? `To add it to the archive, run \`npm run add -- ${written}\`.`
      : "To write about a paper that no source has, create content/notes/NAME.mdx with a title.",
  );
}

/** Opens a file in the owner's editor, or prints its path if there is no editor or terminal. */
function open({ root }: Workspace, path: string): boolean {
  const editor = process.env["VISUAL"] ?? process.env["EDITOR"] ?? "";
  const [program, ...parameters] = editor.trim().split(/\s+/);
  if (!program || !process.stdin.isTTY || !process.stdout.isTTY) {
    console.log(path);
    return true;
  }
  const { error, status } = spawnSync(program, [...parameters, join(root, path)], {
    stdio: "inherit",
  });
  if (error) console.error(`Could not start ${editor}: ${error.message}. The note is ${path}`);
  return !error && status === 0;
}
