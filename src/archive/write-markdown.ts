import type { Paragraph, PhrasingContent, RootContent } from "mdast";
import { mathToMarkdown } from "mdast-util-math";
import { mdxToMarkdown } from "mdast-util-mdx";
import { type Options, toMarkdown, type Unsafe } from "mdast-util-to-markdown";

const options: Options = {
  extensions: [mathToMarkdown(), mdxToMarkdown()],
  emphasis: "*",
  resourceLink: true,
  // Syntax of MDX and GFM that the CommonMark serialiser does not escape: ES modules at the start of
  // a paragraph, strikethrough, bare addresses.
  unsafe: [
    { atBreak: true, character: "i", after: "mport\\b" },
    { atBreak: true, character: "e", after: "xport\\b" },
    { character: "~", inConstruct: "phrasing" },
    { character: "{", inConstruct: "phrasing" },
    { character: "}", inConstruct: "phrasing" },
    { character: "|", inConstruct: "phrasing" },
    // An address without a link: GFM would link it up to the next space, including the backslashes
    // of escapes.
    {
      character: ":",
      before: "[Pps]",
      after: "\\/",
      inConstruct: "phrasing",
      notInConstruct: "link",
    },
    {
      character: ".",
      before: "[Ww]",
      after: "[-.\\w]",
      inConstruct: "phrasing",
      notInConstruct: "link",
    },
  ],
};

/** Blocks as Markdown that is also MDX, without any code or element; `more` is what a program reads beyond that. */
export function blockMarkdown(children: RootContent[], more: readonly Unsafe[] = []): string {
  const texts = more.length === 0 ? children.map(plainWords) : [];
  if (texts.length > 0 && texts.every((text) => text !== undefined))
    return `${texts.join("\n\n")}\n`;
  const unsafe = [...(options.unsafe ?? []), ...more];
  return toMarkdown({ type: "root", children }, { ...options, unsafe });
}

/** Inline content as one line of Markdown. */
export function inlineMarkdown(children: PhrasingContent[]): string {
  const paragraph: Paragraph = { type: "paragraph", children };
  return plainWords(paragraph) ?? toMarkdown(paragraph, options).trimEnd();
}

/** A line that begins with a letter, and in which neither Markdown nor MDX nor GFM has a meaning for any character. */
const plainLine = /^(?!import\b|export\b)[A-Za-z](?:[A-Za-z0-9 ,;()'"%?/–—‘’“”-]|[.:](?= |$))*$/;

/** A paragraph's text, if serializing it would escape nothing. */
function plainWords(node: RootContent): string | undefined {
  if (node.type !== "paragraph" || node.children.length !== 1) return undefined;
  const [only] = node.children;
  if (only?.type !== "text" || only.value.endsWith(" ")) return undefined;
  return plainLine.test(only.value) ? only.value : undefined;
}
