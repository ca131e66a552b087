import type { Root, RootContent } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { mathFromMarkdown } from "mdast-util-math";
import { mdxFromMarkdown } from "mdast-util-mdx";
import { toString as mdastToString } from "mdast-util-to-string";
import { math } from "micromark-extension-math";
import { mdxjs } from "micromark-extension-mdxjs";
import { visit } from "unist-util-visit";
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

// Nothing in it has a meaning to MDX, and most titles are so. Parsing takes a hundred times as long.
const plain = /^(?!import|export)[A-Za-z][A-Za-z0-9 ,.:;?'()-]*$/;

function findFault(body: string, words: string): string | undefined {
  if (body === words && plain.test(body)) return undefined;
  let tree: Root;
  try {
    tree = fromMarkdown(body, {
      extensions: [mdxjs(), math()],
      mdastExtensions: [mdxFromMarkdown(), mathFromMarkdown()],
    });
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
