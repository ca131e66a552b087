import type { Root, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { mathFromMarkdown } from "mdast-util-math";
import { mdxFromMarkdown } from "mdast-util-mdx";
import { toString as mdastToString } from "mdast-util-to-string";
import { math } from "micromark-extension-math";
import { mdxjs } from "micromark-extension-mdxjs";
import { visit } from "unist-util-visit";
import { plainTree } from "../archive/plain-markdown.ts";
import { inlineMarkdown } from "../archive/write-markdown.ts";
import type { Message, Staged } from "../schemas/message.ts";
import { entryRoundTrip, report } from "../schemas/rules.ts";
import { splitFrontmatter } from "../text/frontmatter.ts";
import type { TextSource, TopicPaper } from "./paper.ts";
import type { WritePlan } from "./plan-writes.ts";
import type { Entry } from "./to-mdx.ts";

/**
 * Removes new and changed entries from a plan if reading their MDX would not give the same paper:
 * the words must be the same, and there must be no code. Such an entry is a bug in Offprint, so it
 * is reported.
 */
export function checkEntries(
  plan: WritePlan,
  entries: readonly Entry[],
  papers: readonly TopicPaper[],
): Staged<WritePlan> {
  const paperOf = new Map(entries.map(({ path }, index) => [path, papers[index]]));
  const messages: Message[] = [];
  const isSound = (entry: Entry) => {
    const paper = paperOf.get(entry.path);
    const found = paper ? checkEntry(entry, paper) : [];
    messages.push(...found);
    return found.length === 0;
  };
  const value = {
    ...plan,
    create: plan.create.filter(isSound),
    update: plan.update.filter(isSound),
    move: plan.move.filter(({ entry }) => isSound(entry)),
  };
  return { value, messages };
}

/** A message if reading an entry does not give the same paper. */
export function checkEntry(entry: Entry, paper: TopicPaper): Message[] {
  const { title, abstract, textSources } = paper;
  const body = splitFrontmatter(entry.text).body;
  return [
    ...faultOf("abstract", body, abstract, textSources.abstract),
    ...faultOf("title", inlineMarkdown(title), title, textSources.title),
  ].map(({ reason, text, source: { file, line } }) =>
    report(entryRoundTrip, { title: entry.title, text, reason }, { file, line }),
  );
}

function faultOf(
  text: "title" | "abstract",
  markdown: string,
  children: RootContent[],
  { source }: TextSource,
) {
  const reason = findFault(markdown, mdastToString({ type: "root", children }));
  return reason === undefined ? [] : [{ text, reason, source }];
}

function findFault(body: string, words: string): string | undefined {
  let tree: Root | undefined;
  try {
    tree = treeWithoutCode(body) ?? parseMdx(body);
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
  let code: string | undefined;
  visit(tree, (node) => {
    if (node.type.startsWith("mdx") || node.type === "html") code = node.type;
  });
  if (code !== undefined) return `it would contain ${code}`;
  return mdastToString(tree) === words ? undefined : "the words differ";
}

function parseMdx(body: string): Root {
  return fromMarkdown(body, {
    extensions: [mdxjs(), math()],
    mdastExtensions: [mdxFromMarkdown(), mathFromMarkdown()],
  });
}

const escapesAndFormulas = /\\[!-/:-@[-`{-~]|\$[^$\n]*\$/g;

/** The tree of MDX that has no code and that is plain Markdown besides, as nearly all is. Parsing takes much longer. */
function treeWithoutCode(body: string): Root | undefined {
  if (/^(?:import|export)\b/m.test(body)) return undefined;
  if (/[{}]/.test(body.replace(escapesAndFormulas, ""))) return undefined;
  return plainTree(body.replace(/^\n+|\n+$/g, ""));
}
