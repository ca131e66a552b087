import type { PaperEntry } from "../schemas/paper.ts";

/** The path of a paper's entry in the folder of entries. */
export function entryPath({
  id,
  published,
  publishedIn,
}: Pick<PaperEntry, "id"> & { [Day in "published" | "publishedIn"]?: string | undefined }): string {
  return `${(published ?? publishedIn)?.slice(0, 4) ?? "undated"}/${id}.mdx`;
}
