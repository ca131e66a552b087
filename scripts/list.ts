import { resolve } from "node:path";
import type { WholePaper } from "../src/archive/export-archive.ts";
import { formats } from "../src/ingest/choose-reader.ts";
import { nearestIds, nearestNamed } from "../src/text/nearest-ids.ts";
import { asciiFold } from "../src/text/slug.ts";
import { workspaceAt } from "../src/workspace/paths.ts";
import { readArchive } from "../src/workspace/read-archive.ts";
import { readTaxonomy } from "../src/workspace/read-taxonomy.ts";
import { exit, fail, numberOption, readArguments, run } from "./command.ts";
import { openWorkspace } from "./open-workspace.ts";
import { printMessages } from "./say.ts";

const command = {
  name: "npm run list",
  help: `
npm run list [-- options] [WORD...]

Lists the papers of the archive with id, date and title, newest first. With WORDs, lists only papers
that have all of them in their title, id, authors or organization.

Options:
  --topic ID      only papers of this topic
  --from NAME     only papers from this kind of source, such as bibtex or arxiv-atom
  --limit NUMBER  at most this many papers
  --root FOLDER   the folder of the archive (default: the current one)
  --dry-run       has no effect, as this command changes nothing
  --json          print one JSON object per line and paper; if the command fails, one with "error"
  -h, --help      show this help

Exit codes: 0 success, 1 something failed (the output says what), 2 wrong arguments.
`,
  options: {
    topic: { type: "string" },
    from: { type: "string" },
    limit: { type: "string" },
    root: { type: "string", default: process.cwd() },
    "dry-run": { type: "boolean", default: false },
    json: { type: "boolean", default: false },
  },
  positionals: true,
} as const;

const { values, positionals } = readArguments(command);
const { root, json, topic, from } = values;
const limit = numberOption(command, ["limit", values.limit], Number.MAX_SAFE_INTEGER, {
  least: 1,
  whole: true,
});

await run(command.name, async () => {
  const { workspace } = openWorkspace(root);
  const { value: papers, messages } = await readArchive(workspace);
  if (papers.length === 0) throw new Error("the archive has no papers. Run `npm run ingest` first");
  checkTopic(papers);
  checkSource(papers);
  const words = positionals.map(asciiFold);
  const found = papers
    .map(({ entry }) => entry)
    .filter(
      ({ id, titleText, authors, organization, topics, sources }) =>
        (topic === undefined || topics.some((one) => one.id === topic)) &&
        (from === undefined || sources.some(({ format }) => format === from)) &&
        words.every((word) =>
          [id, titleText, organization?.name ?? "", ...authors.map(({ name }) => name)].some(
            (text) => asciiFold(text).includes(word),
          ),
        ),
    );
  for (const paper of found.slice(0, limit)) {
    const { id, titleText, published, publishedIn } = paper;
    const date = published ?? publishedIn ?? "undated";
    console.log(json ? JSON.stringify(paper) : `${id}  ${date.padEnd(10)}  ${titleText}`);
  }
  if (!json) console.log(`${found.length} of ${papers.length} papers`);
  if (!json && found.length === 0 && words.length > 0) {
    const named = papers.map(({ entry: { id, titleText } }) => ({
      id,
      names: [id, titleText.toLowerCase()],
    }));
    const near = nearestNamed(positionals.join(" "), named, { evenFar: false });
    if (near.length > 0) console.log(`Similar ids: ${near.join(", ")}`);
  }
  printMessages(messages);
  return exit.done;
});

function checkTopic(papers: readonly WholePaper[]): void {
  if (topic === undefined) return;
  const engine = resolve(import.meta.dirname, "..");
  const known = new Set<string>([
    ...papers.flatMap(({ entry }) => entry.topics.map(({ id }) => id)),
    ...readTaxonomy(workspaceAt(root, engine)).topics.map(({ id }) => id),
  ]);
  if (known.has(topic)) return;
  const near = nearestIds(topic, [...known]).join(", ");
  const meant = near === "" ? "" : `. Similar ids: ${near}`;
  fail(command, `--topic is "${topic}", but there is no such topic${meant}`);
}

function checkSource(papers: readonly WholePaper[]): void {
  if (from === undefined) return;
  const used = papers.flatMap(({ entry }) => entry.sources.map(({ format }) => format));
  const known = [...new Set([...formats, ...used])];
  if (known.includes(from)) return;
  const near = nearestIds(from, known).map((one) => `"${one}"`);
  const meant = near.length > 0 ? `. Did you mean ${near.join(" or ")}?` : ".";
  fail(
    command,
    `--from is "${from}", but there is no such source${meant} Sources: ${known.join(", ")}`,
  );
}
