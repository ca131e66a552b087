import type { Note } from "../schemas/note.ts";

/** The file of a paper's note: the one that there is, which may have a former id, or the one to make. */
export function noteFile({ id, note }: { id: string; note?: Note | undefined }): string {
  return note?.file ?? `content/notes/${id}.mdx`;
}
