import { getCollection } from "astro:content";
import { type Archive, buildArchive } from "../archive/archive.ts";
import type { PaperEntry } from "../schemas/paper.ts";

let built: Promise<Archive> | undefined;

/** The archive. All pages share one, which is built on the first call. */
export function archive(): Promise<Archive> {
  built ??= getCollection("papers").then((entries) => buildArchive(entries.map(toEntry)));
  return built;
}

function toEntry({ data }: { data: PaperEntry }): PaperEntry {
  return data;
}
