import type { Root } from "mdast";
import { fromMarkdown } from "mdast-util-from-markdown";
import { mathFromMarkdown } from "mdast-util-math";
import { mdxFromMarkdown } from "mdast-util-mdx";
import { toString as mdastToString } from "mdast-util-to-string";
import { math } from "micromark-extension-math";
import { mdxjs } from "micromark-extension-mdxjs";
import { visit } from "unist-util-visit";
import type { Message } from "../schemas/message.ts";
import { splitFrontMatter } from "../text/front-matter.ts";
import type { Entry, TopicPaper } from "./to-mdx.ts";

/**
 * Reads an entry's MDX back as MDX does, and compares: the words must be those of the paper, and
 * nothing in it may be code. A difference is a fault of ours, and the entry must not be written.
 */
export function checkEntry(entry: Entry, paper: TopicPaper): Message[] {
  const body = splitFrontMatter(entry.text).body;
  const fault = findFault(body, mdastToString({ type: "root", children: paper.abstract }));
  if (fault === undefined) return [];
  const source = paper.sources[0];
  return [
    {
      rule: "entry-check",
      severity: "error",
      reason: `The abstract of "${entry.title}" would not come back from MDX as it is: ${fault}. The entry was not written.`,
      ...(source ? { place: { file: source.file, line: source.line } } : {}),
      hint: "This is a fault of Offprint: please report it with this abstract.",
    },
  ];
}

function findFault(body: string, words: string): string | undefined {
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
  if (code !== undefined) return `it holds ${code}`;
  return mdastToString(tree) === words ? undefined : "its words differ";
}
