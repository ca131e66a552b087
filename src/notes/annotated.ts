import { parseMarkdown } from "../archive/inline-content.ts";
import { renderMarkdown } from "../archive/render-markdown.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import type { Site } from "../schemas/site.ts";
import { noteText } from "./note-text.ts";
import type { PublishedNote } from "./publish-note.ts";
import { type NoteMarks, tagKey } from "./reading-list.ts";

/** What an annotation or tags of references need of a paper. */
export type Annotated = Pick<PaperEntry, "annotation" | "keywords" | "collections" | "sources">;

const noMarks: NoteMarks = { tags: [], hasText: false };

/**
 * The owner's note with what the paper's references add by the settings: an annotation, where the note
 * has no text, and tags. Undefined where there is neither.
 */
export function annotated(
  note: PublishedNote | undefined,
  paper: Annotated,
  { annotations, tagsFrom }: Pick<Site["notes"], "annotations" | "tagsFrom">,
): PublishedNote | undefined {
  // The file's source is shown then.
  if (note && !note.marks) return note;
  const marks = note?.marks ?? noMarks;
  const annotation = annotations && !marks.hasText ? paper.annotation : undefined;
  const more = tagsFrom.flatMap((kind) => paper[kind]);
  if (annotation === undefined && more.length === 0) return note;
  const tags = withMore(marks.tags, more);
  return {
    ...(note ?? noteWithoutText(paper)),
    ...(annotation === undefined ? {} : textOf(annotation)),
    marks: { ...marks, tags, hasText: marks.hasText || annotation !== undefined },
  };
}

function noteWithoutText({ sources }: Annotated): PublishedNote {
  const file = sources[0]?.file ?? "";
  return { file, source: "", math: false, mdx: "", text: "", searchText: "" };
}

/** An annotation is Markdown that is text, emphasis, links and formulas only. */
function textOf(
  annotation: string,
): Pick<PublishedNote, "html" | "math" | "mdx" | "text" | "searchText"> {
  const { html, math } = renderMarkdown(annotation);
  const names = { paper: () => undefined, topic: (id: string) => id };
  return { html, math, mdx: annotation, ...noteText(parseMarkdown(annotation), names) };
}

/** Each tag once, the note's own first. */
function withMore(own: readonly string[], more: readonly string[]): string[] {
  const tags = new Map<string, string>();
  for (const tag of [...own, ...more]) {
    const key = tagKey(tag);
    if (!tags.has(key)) tags.set(key, tag);
  }
  return [...tags.values()];
}
