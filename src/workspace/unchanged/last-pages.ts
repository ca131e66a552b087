import { join } from "node:path";
import { z } from "zod";
import { linkFile } from "../link-file.ts";
import type { Workspace } from "../paths.ts";
import { lastSums, recordedSums } from "./last-site.ts";
import { readRecord, recordAbout, recordedMessage, writeRecord } from "./record.ts";

const page = z.object({
  /** The digest of its props. */
  props: z.string(),
  /** What it read: places in the list of all reads. */
  reads: z.array(z.number()),
  messages: z.array(recordedMessage).exactOptional(),
  /** How many pages it counts as: files of data are none. */
  pages: z.number(),
});

/** How the pages of a site were made. */
export const pagesRecord = z.object({
  /** The digest of what all pages are made from: the engine, its packages, settings and options. */
  frame: z.string(),
  /** The digest of the names of scripts, styles and fonts. */
  assets: z.string(),
  /** Each value that pages read: its name, its key, and the digest that it had. */
  reads: z.array(z.tuple([z.string(), z.string(), z.string()])),
  /** By the path of the file. A page that nobody can compare is not among them. */
  pages: z.record(z.string(), page),
});
/** How the pages of a site were made. */
export type PagesRecord = z.infer<typeof pagesRecord>;

const shape = pagesRecord.extend({
  /** The digest of the checksums of the site that has these pages. */
  sums: z.string(),
});

/** How a page was made. */
export type PageRecord = z.infer<typeof page>;

/** The last site in a folder, of which pages can be used again. */
export interface LastPages extends PagesRecord {
  folder: string;
}

/** The pages of the last site in a folder, if it was made by the same engine and settings and none of its files has changed since. */
export async function lastPages(
  workspace: Pick<Workspace, "root">,
  folder: string,
  frame: string,
): Promise<LastPages | undefined> {
  const last = await readRecord(workspace, nameOf(folder), shape);
  if (last?.frame !== frame) return undefined;
  if ((await recordedSums(workspace, folder)) !== last.sums) return undefined;
  return { ...last, folder };
}

/** Records the pages of a site that has just been recorded itself. */
export async function recordPages(
  workspace: Pick<Workspace, "root">,
  folder: string,
  pages: PagesRecord,
): Promise<void> {
  const sums = await lastSums(workspace, folder);
  if (sums !== undefined) await writeRecord(workspace, nameOf(folder), { ...pages, sums });
}

function nameOf(folder: string): string {
  return recordAbout("pages", folder);
}

/** Gives a file of one site to another one. False if that has a file of this name, or there is none. Neither may be written into later. */
export function giveFile(path: string, from: string, to: string): boolean {
  try {
    linkFile(join(from, path), join(to, path));
    return true;
  } catch {
    return false;
  }
}
