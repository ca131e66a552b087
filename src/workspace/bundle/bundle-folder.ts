import {
  existsSync,
  readdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  utimesSync,
} from "node:fs";
import { join, relative, resolve, sep } from "node:path";
import { z } from "zod";
import { digestOf } from "../checksums.ts";
import { filesUnder } from "../files-under.ts";
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

/** What is kept of bundles beside their files. */
export type BundleRecord = Pick<z.infer<typeof record>, "facts" | "messages">;

/** Bundles in a folder, whose files are those that were put there. */
export interface SoundBundle extends BundleRecord {
  /** The paths of their files. */
  paths: string[];
}

const recordFile = "bundle.json";

/** As many are in a folder of bundles: several ways to build an archive, or several archives. */
const kept = 4;

/** The name of the bundles of a key in a folder of bundles. */
export function nameOfBundle(key: string): string {
  return key.slice(0, 16);
}

/** The folder in a folder of bundles in which this process gathers some before they are complete. */
export function unfinishedIn(folder: string): string {
  return join(folder, `next-${process.pid}`);
}

/** Writes the record of bundles that were gathered in a folder. */
export async function sealBundle(
  { root }: Pick<Workspace, "root">,
  folder: string,
  key: string,
  { facts, messages }: BundleRecord,
): Promise<void> {
  const files: Record<string, string> = {};
  for (const path of filesUnder(folder)) files[path] = digestOf(readFileSync(join(folder, path)));
  const shipped = facts.shipped.map((file) => inPackages(root, file));
  const text = JSON.stringify({ key, files, facts: { ...facts, shipped }, messages });
  await writeFileAtomic(join(folder, recordFile), `${digestOf(text)}\n${text}`, { fsync: false });
}

/** The bundles in a folder if they were made from the same, and no file has changed since; else undefined. */
export function soundBundle(
  { root }: Pick<Workspace, "root">,
  folder: string,
  key: string,
): SoundBundle | undefined {
  try {
    const [sum, text = ""] = splitOnce(readFileSync(join(folder, recordFile), "utf8"));
    if (sum !== digestOf(text)) return undefined;
    const { data } = record.safeParse(JSON.parse(text));
    if (data?.key !== key) return undefined;
    const shipped = data.facts.shipped.map((file) => resolve(root, file));
    if (!shipped.every((file) => existsSync(file))) return undefined;
    const paths = Object.keys(data.files);
    if (filesUnder(folder).filter((path) => path !== recordFile).length !== paths.length)
      return undefined;
    for (const path of paths) {
      if (digestOf(readFileSync(join(folder, path))) !== data.files[path]) return undefined;
    }
    return { facts: { ...data.facts, shipped }, messages: data.messages, paths };
  } catch {
    return undefined;
  }
}

/** Says that bundles were used, so that others go first. */
export function markUsed(folder: string): void {
  const now = new Date();
  try {
    utimesSync(folder, now, now);
  } catch {
    // Nobody can write there, or they are gone.
  }
}

/** Gives complete bundles their place in a folder of bundles, and removes those that were used the longest time ago. */
export function settleBundle(folder: string, key: string): void {
  const target = join(folder, nameOfBundle(key));
  rmSync(target, { recursive: true, force: true });
  renameSync(unfinishedIn(folder), target);
  removeOldest(folder);
}

/** A folder of a process that gathers bundles. */
const gathered = /^next-(\d+)$/;

/** Whether the process that gathered bundles in a folder ended before they were complete. */
function isLeft(name: string): boolean {
  const pid = gathered.exec(name)?.[1];
  return pid !== undefined && !isAlive(Number(pid));
}

function removeOldest(folder: string): void {
  if (!existsSync(folder)) return;
  const names = readdirSync(folder);
  for (const name of names.filter(isLeft))
    rmSync(join(folder, name), { recursive: true, force: true });
  const used = names
    .filter((name) => !gathered.test(name))
    .map((name) => join(folder, name))
    // Another process may have removed some meanwhile.
    .map((path) => ({ path, time: statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .sort((a, b) => b.time - a.time);
  for (const { path } of used.slice(kept)) rmSync(path, { recursive: true, force: true });
}

/** The path of a file of a package from the workspace, so that another one with the same packages finds its own. */
function inPackages(root: string, file: string): string {
  const packages = join(root, "node_modules");
  for (const folder of existsSync(packages) ? [packages, realpathSync(packages)] : []) {
    const path = relative(folder, file);
    if (!path.startsWith("..") && resolve(folder, path) === resolve(file) && path !== file)
      return ["node_modules", ...path.split(sep)].join("/");
  }
  return file;
}

function splitOnce(text: string): [string, string?] {
  const end = text.indexOf("\n");
  return end < 0 ? [text] : [text.slice(0, end), text.slice(end + 1)];
}
