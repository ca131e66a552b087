import { existsSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { isMap, isScalar, isSeq, parseDocument } from "yaml";
import { makeFolder } from "./make-folder.ts";
import type { Workspace } from "./paths.ts";
import { writeFileAtomic } from "./write-file.ts";

const head = `# Papers removed from the archive. Their seeds and notes are kept.
# \`npm run remove -- --undo ID\` restores a paper, and so does deleting its item here.
`;

/** A paper as the list names it. */
interface RemovedPaper {
  id: string;
  title: string;
}

/**
 * Adds papers to `content/removed.yaml`, one a line, so that git can merge two branches by keeping the
 * lines of both. What the owner wrote there stays as it is, unless lines cannot be added to it.
 */
export async function addRemoved(
  { removedFile }: Pick<Workspace, "removedFile">,
  papers: readonly RemovedPaper[],
): Promise<void> {
  const old = existsSync(removedFile) ? readFileSync(removedFile, "utf8") : head;
  await makeFolder(dirname(removedFile));
  await writeFileAtomic(removedFile, withLines(old, papers) ?? withItems(old, papers));
}

/** The text with a line for each paper; undefined if that is no list anymore. */
function withLines(old: string, papers: readonly RemovedPaper[]): string | undefined {
  const lines = papers.map(
    ({ id, title }) => `- { id: ${JSON.stringify(id)}, title: ${JSON.stringify(title)} }\n`,
  );
  const text = `${old}${/\n$|^$/.test(old) ? "" : "\n"}${lines.join("")}`;
  const before = parseDocument(old).contents;
  const { contents, errors } = parseDocument(text);
  const count = isSeq(before) ? before.items.length : 0;
  const isWhole = isSeq(contents) && contents.items.length === count + papers.length;
  return errors.length === 0 && isWhole ? text : undefined;
}

/** The same for a list in brackets or with indented items, which is written anew. */
function withItems(old: string, papers: readonly RemovedPaper[]): string {
  const document = parseDocument(old);
  const list = document.contents;
  if (!isSeq(list)) throw new Error("content/removed.yaml is not a list of papers.");
  list.flow = false;
  for (const { id, title } of papers)
    document.add(document.createNode({ id, title }, { flow: true }));
  return document.toString({ lineWidth: 0 });
}

/**
 * Removes papers from the list in `content/removed.yaml`, which restores them. The ids are in lower
 * case.
 */
export async function restoreRemoved(
  { removedFile }: Pick<Workspace, "removedFile">,
  ids: readonly string[],
): Promise<void> {
  const old = readFileSync(removedFile, "utf8");
  const document = parseDocument(old);
  const list = document.contents;
  if (!isSeq(list)) return;
  const idOf = (item: unknown) => {
    const value = isMap(item) ? item.get("id") : isScalar(item) ? item.value : undefined;
    return String(value).toLowerCase();
  };
  list.items = list.items.filter((item) => !ids.includes(idOf(item)));
  const comments = old.split(/(?<=\n)/).filter((line) => line.startsWith("#"));
  const text = list.items.length > 0 ? document.toString({ lineWidth: 0 }) : comments.join("");
  await writeFileAtomic(removedFile, text);
}
