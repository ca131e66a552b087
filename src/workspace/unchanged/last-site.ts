import { createHash } from "node:crypto";
import { lstatSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";
import type { Message } from "../../schemas/message.ts";
import { noSearchIndex } from "../../schemas/rules.ts";
import { sumsFile } from "../built-files.ts";
import { publishedFiles } from "../checksums.ts";
import type { Workspace } from "../paths.ts";
import { readChecksums, verifyFolder } from "../verify-site.ts";
import { readRecord, recordAbout, recordedMessage, writeRecord } from "./record.ts";

const shape = z.object({
  /** What the site was made from. */
  key: z.string(),
  /** The names, sizes and times of its files. */
  files: z.string(),
  /** The digest of its list of checksums. */
  sums: z.string(),
  pages: z.number(),
  messages: z.array(recordedMessage),
});

/** A finished site, and what its build said. */
export interface BuiltSite {
  folder: string;
  pages: number;
  messages: Message[];
}

/** What a site is made from: the digest of its inputs, and the options of the build. */
export function siteKey(inputs: string, options: object): string {
  return createHash("sha256")
    .update(JSON.stringify([inputs, options]))
    .digest("hex");
}

/** The site in a folder, if it was made from the same and none of its files has changed since. */
export async function unchangedSite(
  workspace: Pick<Workspace, "root">,
  folder: string,
  key: string,
): Promise<BuiltSite | undefined> {
  const last = await readRecord(workspace, nameOf(folder), shape);
  if (last?.key !== key || !(await isAsRecorded(folder, last))) return undefined;
  const { pages, messages } = last;
  return { folder, pages, messages };
}

/**
 * The digest of the checksums of the last site in a folder, whatever it was made from; undefined if it was not recorded or
 * one of its files has changed since.
 */
export async function recordedSums(
  workspace: Pick<Workspace, "root">,
  folder: string,
): Promise<string | undefined> {
  const last = await readRecord(workspace, nameOf(folder), shape);
  return last && (await isAsRecorded(folder, last)) ? last.sums : undefined;
}

/** The same without a look at its files. */
export async function lastSums(
  workspace: Pick<Workspace, "root">,
  folder: string,
): Promise<string | undefined> {
  return (await readRecord(workspace, nameOf(folder), shape))?.sums;
}

async function isAsRecorded(
  folder: string,
  { files, sums }: { files: string; sums: string },
): Promise<boolean> {
  return listingOf(folder) === files || (await hasFilesOf(folder, sums));
}

/**
 * Records a site that was just built, before anything else can change it. One without a search index is not
 * recorded: the machine may have been short of memory or disk space, so the next build tries again.
 */
export async function recordSite(
  workspace: Pick<Workspace, "root">,
  { folder, pages, messages }: BuiltSite,
  key: string,
): Promise<void> {
  if (messages.some(({ rule }) => rule === noSearchIndex.name)) return;
  const { digest: sums } = await readChecksums(folder);
  const files = listingOf(folder);
  await writeRecord(workspace, nameOf(folder), { key, files, sums, pages, messages });
}

/** Each folder that sites are built in has a record. */
function nameOf(folder: string): string {
  return recordAbout("site", folder);
}

/** A digest of the names, sizes and times of a site's files, which needs no file to be read. */
function listingOf(folder: string): string {
  const listing = createHash("sha256");
  const { files, unread } = publishedFiles(folder);
  for (const path of [...files, sumsFile]) {
    const found = lstatSync(join(folder, path), { throwIfNoEntry: false });
    listing.update(`${path}\0${found?.size} ${found?.mtimeMs}\n`);
  }
  return listing.update(JSON.stringify(unread)).digest("hex");
}

/** Whether a site has the very files of a list of checksums: copies have other times. */
async function hasFilesOf(folder: string, digest: string): Promise<boolean> {
  try {
    const { sums, digest: present } = await readChecksums(folder);
    if (present !== digest) return false;
    const { missing, changed, extra, unread } = await verifyFolder(folder, sums, () => {});
    return [missing, changed, extra, unread].every((paths) => paths.length === 0);
  } catch {
    return false;
  }
}
