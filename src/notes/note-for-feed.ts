import type { Paragraph, Root } from "mdast";
import { renderPlainTree, treeText } from "../archive/render-markdown.ts";
import { readingList } from "../i18n/strings.ts";
import type { Site } from "../schemas/site.ts";
import type { PublishedNote } from "./publish-note.ts";
import { statusName } from "./reading-list.ts";

/** A note as HTML without components, which is XHTML as well, and as text. */
export interface FeedNote {
  xhtml: string;
  html: string;
  text: string;
}

/**
 * What feeds show of the owner's note; undefined where there is nothing to show, or the frontmatter has a
 * fault. If the text has a fault, its source is shown, as on the
 * paper's page. `title` comes first.
 */
export function noteForFeed(
  { marks, mdx, text }: Pick<PublishedNote, "marks" | "mdx" | "text">,
  shown: Site["notes"]["feeds"],
  title: string,
): FeedNote | undefined {
  if (shown === "none" || marks === undefined) return undefined;
  const { status, readOn, rating, tags } = marks;
  const line = [
    ...(status === undefined ? [] : [statusName(status)]),
    ...(readOn === undefined ? [] : [readOn]),
    ...(rating === undefined ? [] : [readingList.stars(rating)]),
    ...(tags.length > 0 ? [readingList.tagsInFeed(tags.join(", "))] : []),
  ].join(" · ");
  const words = shown === "text" && mdx !== undefined ? text : "";
  const source = shown === "text" && mdx === undefined ? text : "";
  const paragraphs = [line, ...words.split(/\n{2,}/)].map((one) => one.trim()).filter(Boolean);
  if (paragraphs.length === 0 && source === "") return undefined;
  const tree: Root = {
    type: "root",
    children: [
      {
        type: "paragraph",
        children: [{ type: "strong", children: [{ type: "text", value: title }] }],
      },
      ...paragraphs.map(
        (value): Paragraph => ({ type: "paragraph", children: [{ type: "text", value }] }),
      ),
      ...(source === "" ? [] : [{ type: "code", value: source } as const]),
    ],
  };
  const html = renderPlainTree(tree);
  return { xhtml: html, html, text: treeText(tree) };
}
