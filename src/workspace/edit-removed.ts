import { existsSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { isMap, isScalar, isSeq, parseDocument } from "yaml";
import { defined } from "../schemas/defined.ts";
import { keysOfName } from "../text/paper-name.ts";
import { makeFolder } from "./make-folder.ts";
import type { Workspace } from "./paths.ts";
import { writeFileAtomic } from "./write-file.ts";

const head = `# Papers removed from the archive. Their seeds and notes are kept.
# \`npm run remove -- --undo ID\` restores a paper. If you delete its line instead, a merge of two branches may
# bring the line back.
`;

/** A paper as the list names it. */
interface ListedPaper {
  id: string;
  title?: string | undefined;
  restored?: true;
}

/**
 * Adds papers to `content/removed.yaml`, one a line, so that git can merge two branches by keeping the
 * lines of both. What the owner wrote there stays as it is, unless lines cannot be added to it, or one says
 * that such a paper was restored.
 */
export async function addRemoved(
  { removedFile }: Pick<Workspace, "removedFile">,
  papers: readonly Omit<ListedPaper, "restored">[],
): Promise<void> {
  const old = existsSync(removedFile) ? readFileSync(removedFile, "utf8") : head;
  await makeFolder(dirname(removedFile));
  await writeFileAtomic(removedFile, withPapers(without(old, papers), papers));
}

/**
 * Restores papers: instead of the lines that remove them, there are lines which say that they were restored.
 */
export async function restoreRemoved(
  { removedFile }: Pick<Workspace, "removedFile">,
  papers: readonly Omit<ListedPaper, "restored">[],
): Promise<void> {
  const old = readFileSync(removedFile, "utf8");
  if (!isSeq(parseDocument(old).contents)) return;
  const restored = papers.map((paper) => ({ ...paper, restored: true as const }));
  await writeFileAtomic(removedFile, withPapers(without(old, papers), restored));
}

function withPapers(text: string, papers: readonly ListedPaper[]): string {
  return withLines(text, papers) ?? withItems(text, papers);
}

/** The text with a line for each paper; undefined if that is no list anymore. */
function withLines(old: string, papers: readonly ListedPaper[]): string | undefined {
  const lines = papers.map((paper) => `- ${lineOf(paper)}\n`);
  const text = `${old}${/\n$|^$/.test(old) ? "" : "\n"}${lines.join("")}`;
  const before = parseDocument(old).contents;
  const { contents, errors } = parseDocument(text);
  const count = isSeq(before) ? before.items.length : 0;
  const isWhole = isSeq(contents) && contents.items.length === count + papers.length;
  return errors.length === 0 && isWhole ? text : undefined;
}

function lineOf(paper: ListedPaper): string {
  const facts = Object.entries(itemOf(paper));
  return `{ ${facts.map(([name, value]) => `${name}: ${JSON.stringify(value)}`).join(", ")} }`;
}

function itemOf({ id, title, restored }: ListedPaper) {
  return { id, ...defined({ title, restored }) };
}

/** The same for a list in brackets or with indented items, which is written anew. */
function withItems(old: string, papers: readonly ListedPaper[]): string {
  const document = parseDocument(old);
  const list = document.contents;
  if (!isSeq(list)) throw new Error("content/removed.yaml is not a list of papers.");
  list.flow = false;
  for (const paper of papers) document.add(document.createNode(itemOf(paper), { flow: true }));
  return document.toString({ lineWidth: 0 });
}

/** The text without items of these papers; the same text if it has none. */
function without(old: string, papers: readonly ListedPaper[]): string {
  const document = parseDocument(old);
  const list = document.contents;
  if (!isSeq(list)) return old;
  const keys = new Set(papers.flatMap(({ id }) => keysOfName(id)));
  const nameOf = (item: unknown) =>
    String(isMap(item) ? item.get("id") : isScalar(item) ? item.value : "");
  const rest = list.items.filter((item) => !keysOfName(nameOf(item)).some((key) => keys.has(key)));
  if (rest.length === list.items.length) return old;
  list.items = rest;
  const comments = old.split(/(?<=\n)/).filter((line) => line.startsWith("#"));
  return rest.length > 0 ? document.toString({ lineWidth: 0 }) : comments.join("");
}
