import type { Paragraph } from "mdast";
import { renderPlainTree } from "../archive/render-markdown.ts";
import type { Site } from "../schemas/site.ts";
import type { CheckedNote } from "./check-note.ts";
import { type NoteMarks, statusName } from "./reading-list.ts";

/** A note as feeds need it; one with a fault has no marks, and feeds tell nothing of it. */
export interface NoteForFeed {
  marks?: NoteMarks;
  checked: Pick<CheckedNote, "mdx" | "text">;
}

/**
 * What a feed tells of the owner's note, as HTML without components; empty where there is nothing
 * to tell. `title` stands before it, as it does on the paper's page.
 */
export function noteForFeed(
  { marks, checked }: NoteForFeed,
  told: Site["notes"]["feeds"],
  title: string,
): string {
  if (told === "none" || marks === undefined) return "";
  const { status, readOn, rating, tags } = marks;
  const line = [
    ...(status === undefined ? [] : [statusName(status)]),
    ...(readOn === undefined ? [] : [readOn]),
    ...(rating === undefined ? [] : [`${rating} of 5`]),
    ...(tags.length > 0 ? [`tags: ${tags.join(", ")}`] : []),
  ].join(" · ");
  const words = told === "text" && checked.mdx !== undefined ? checked.text : "";
  const paragraphs = [line, ...words.split(/\n{2,}/)].map((text) => text.trim()).filter(Boolean);
  if (paragraphs.length === 0) return "";
  return renderPlainTree({
    type: "root",
    children: [
      { type: "thematicBreak" },
      {
        type: "paragraph",
        children: [{ type: "strong", children: [{ type: "text", value: title }] }],
      },
      ...paragraphs.map(
        (value): Paragraph => ({ type: "paragraph", children: [{ type: "text", value }] }),
      ),
    ],
  });
}
