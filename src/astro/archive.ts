import { getCollection } from "astro:content";
import { type Archive, buildArchive } from "../archive/archive.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import { madeOnce } from "./made-once.ts";

/** The archive. All pages share one, which is built on the first call. */
export const archive = madeOnce(["papers"], async (): Promise<Archive> => {
  const entries = await getCollection("papers");
  return buildArchive(entries.map(toEntry));
});

function toEntry({ data }: { data: PaperEntry }): PaperEntry {
  return data;
}
