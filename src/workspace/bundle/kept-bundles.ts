import { existsSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { rename, utimes } from "node:fs/promises";
import { join } from "node:path";
import { z } from "zod";
import { digestOf } from "../checksums.ts";
import { filesUnder } from "../files-under.ts";
import { linkFile } from "../link-file.ts";
import { isAlive } from "../lock-holder.ts";
import type { Workspace } from "../paths.ts";
import { recordedMessage } from "../unchanged/record.ts";
import { writeFileAtomic } from "../write-file.ts";
import { bundleFacts } from "./bundle-facts.ts";

const record = z.object({
  /** What the bundles were made from. */
  key: z.string(),
  /** SHA-256 digests in hexadecimal, by path. */
  files: z.record(z.string(), z.string()),
  facts: bundleFacts,
  /** What the build said while it made them. */
  messages: z.array(recordedMessage),
});

/** The bundles of an engine and its settings: what makes pages, and the scripts, styles and fonts that they load. */
export interface KeptBundle extends Pick<z.infer<typeof record>, "facts" | "messages"> {
  /** The folder of the code that makes pages. */
  server: string;
  /** The folder of what is in the site, and the paths of the files in it. */
  site: string;
  files: string[];
}

/**
 * As many as there are usual ways to build an archive: for its address, for a preview of a host, into another folder, in
 * partitions.
 */
const kept = 4;

const recordFile = "bundle.json";

function folderOf({ root }: Pick<Workspace, "root">): string {
  return join(root, ".cache/bundles");
}

function nameOf(key: string): string {
  return key.slice(0, 16);
}

/** The folder in which this process gathers bundles before they are complete. */
export function nextBundle(workspace: Pick<Workspace, "root">): string {
  return join(folderOf(workspace), `next-${process.pid}`);
}

/** Gathers files of a folder for the next bundle, before something can move them. */
export function gatherBundle(
  workspace: Pick<Workspace, "root">,
  part: "server" | "site",
  folder: string,
  paths: readonly string[],
): void {
  for (const path of paths) {
    linkFile(join(folder, path), join(nextBundle(workspace), part, path));
  }
}

/** Keeps what was gathered as the bundles of a key, in the place of the one that was used the longest time ago. */
export async function keepBundle(
  workspace: Pick<Workspace, "root">,
  key: string,
  { facts, messages }: Pick<KeptBundle, "facts" | "messages">,
): Promise<void> {
  const next = nextBundle(workspace);
  try {
    const files: Record<string, string> = {};
    for (const path of filesUnder(next)) files[path] = digestOf(readFileSync(join(next, path)));
    const text = JSON.stringify({ key, files, facts, messages });
    await writeFileAtomic(join(next, recordFile), `${digestOf(text)}\n${text}`, { fsync: false });
    const target = join(folderOf(workspace), nameOf(key));
    rmSync(target, { recursive: true, force: true });
    await rename(next, target);
    removeOldest(workspace);
  } catch {
    // The next build makes them again.
    rmSync(next, { recursive: true, force: true });
  }
}

/** The bundles that were made from the same; undefined if there are none, or if one of their files has changed. */
export async function openBundle(
  workspace: Pick<Workspace, "root">,
  key: string,
): Promise<KeptBundle | undefined> {
  const folder = join(folderOf(workspace), nameOf(key));
  try {
    const [sum, text = ""] = splitOnce(readFileSync(join(folder, recordFile), "utf8"));
    if (sum !== digestOf(text)) return undefined;
    const { data } = record.safeParse(JSON.parse(text));
    if (data?.key !== key) return undefined;
    if (!data.facts.shipped.every((file) => existsSync(file))) return undefined;
    const paths = Object.keys(data.files);
    if (filesUnder(folder).filter((path) => path !== recordFile).length !== paths.length)
      return undefined;
    for (const path of paths) {
      if (digestOf(readFileSync(join(folder, path))) !== data.files[path]) return undefined;
    }
    const now = new Date();
    await utimes(folder, now, now);
    const { facts, messages } = data;
    const files = paths.flatMap((path) => (path.startsWith("site/") ? [path.slice(5)] : []));
    return { facts, messages, files, server: join(folder, "server"), site: join(folder, "site") };
  } catch {
    return undefined;
  }
}

/** Whether there are bundles of a key, sound or not. */
export function hasBundle(workspace: Pick<Workspace, "root">, key: string): boolean {
  return existsSync(join(folderOf(workspace), nameOf(key)));
}

/** Removes the bundles of a key, which this build cannot use. */
export function dropBundle(workspace: Pick<Workspace, "root">, key: string): void {
  rmSync(join(folderOf(workspace), nameOf(key)), { recursive: true, force: true });
}

/** A folder of a process that gathers bundles. */
const gathered = /^next-(\d+)$/;

/** Whether the process that gathered bundles in a folder ended before they were complete. */
function isLeft(name: string): boolean {
  const pid = gathered.exec(name)?.[1];
  return pid !== undefined && !isAlive(Number(pid));
}

function removeOldest(workspace: Pick<Workspace, "root">): void {
  const folder = folderOf(workspace);
  if (!existsSync(folder)) return;
  const names = readdirSync(folder);
  for (const name of names.filter(isLeft))
    rmSync(join(folder, name), { recursive: true, force: true });
  const used = names
    .filter((name) => !gathered.test(name))
    .map((name) => join(folder, name))
    .map((path) => ({ path, time: statSync(path).mtimeMs }))
    .sort((a, b) => b.time - a.time);
  for (const { path } of used.slice(kept)) rmSync(path, { recursive: true, force: true });
}

function splitOnce(text: string): [string, string?] {
  const end = text.indexOf("\n");
  return end < 0 ? [text] : [text.slice(0, end), text.slice(end + 1)];
}
