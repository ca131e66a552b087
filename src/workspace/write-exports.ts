import { existsSync, readFileSync } from "node:fs";
import { readFile, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import { sha256 } from "./add/added-seeds.ts";
import { makeFolder } from "./make-folder.ts";
import { clearTemporaryFilesIn } from "./temporary-files.ts";
import { writeFileAtomic } from "./write-file.ts";

/** A file to write; `path` is relative to the folder of exports, with `/`. */
interface ExportedFile {
  path: string;
  text: string;
}

/** What an export does to a folder. Paths are relative to it. */
export interface ExportPlan {
  write: ExportedFile[];
  /** Files of an earlier export that somebody changed since; they stay. */
  kept: string[];
  /** Files that no export wrote, in the places of those to write. */
  foreign: string[];
  /** Files of an earlier export that this one does not have, and that nobody changed. */
  remove: string[];
}

/** Lists what the exports in a folder were when they were written. Obsidian and most lists of files hide it. */
const listFile = ".offprint-exports.jsonl";
const listed = z.object({ path: z.string(), sha256: z.string() });

/**
 * Compares files to write with a folder. `isOverwritten` says which are written whatever is in their places;
 * `isRenewed`, of which former exports the files are all replaced.
 */
export async function planExport(
  folder: string,
  files: readonly ExportedFile[],
  {
    isOverwritten,
    isRenewed,
  }: { isOverwritten: (path: string) => boolean; isRenewed: (path: string) => boolean },
): Promise<ExportPlan> {
  const known = await readList(folder);
  const plan: ExportPlan = { write: [], kept: [], foreign: [], remove: [] };
  for (const file of files) {
    const { path } = file;
    const there = digestOnDisk(folder, path);
    const isFree = there === undefined || isOverwritten(path) || there === sha256(file.text);
    if (isFree || known.get(path)?.has(there)) plan.write.push(file);
    else (known.has(path) ? plan.kept : plan.foreign).push(path);
  }
  const paths = new Set(files.map(({ path }) => path));
  for (const [path, digests] of known) {
    const there = digestOnDisk(folder, path);
    if (paths.has(path) || !isRenewed(path) || there === undefined) continue;
    (digests.has(there) ? plan.remove : plan.kept).push(path);
  }
  return plan;
}

/** Carries out a plan, and keeps the digests of what it wrote, by which the next export knows its files. */
export async function writeExport(folder: string, { write, remove }: ExportPlan): Promise<void> {
  for (const one of new Set(["", ...write.map(({ path }) => dirname(path))])) {
    await makeFolder(join(folder, one));
    await clearTemporaryFilesIn(join(folder, one));
  }
  const before = await readList(folder);
  const after = new Map(before);
  for (const { path, text } of write) after.set(path, new Set([sha256(text)]));
  for (const path of remove) after.delete(path);
  // If this is interrupted, files of both exports are known.
  await writeList(folder, [...before, ...after]);
  for (const { path, text } of write) await writeFileAtomic(join(folder, path), text);
  for (const path of remove) await unlink(join(folder, path));
  await writeList(folder, [...after]);
}

type Digests = ReadonlySet<string>;

async function writeList(folder: string, digests: [path: string, Digests][]): Promise<void> {
  const lines = digests.flatMap(([path, each]) =>
    [...each].map((sha) => `${JSON.stringify({ path, sha256: sha })}\n`),
  );
  await writeFileAtomic(join(folder, listFile), [...new Set(lines)].sort().join(""));
}

/** The digests of what was exported, by path. Lines that cannot be read, or lead out of the folder, are left out. */
async function readList(folder: string): Promise<Map<string, Digests>> {
  const text = await readFile(join(folder, listFile), "utf8").catch(() => "");
  const lines = text.split("\n").flatMap((line) => {
    try {
      return [listed.parse(JSON.parse(line))];
    } catch {
      return [];
    }
  });
  const isInside = (path: string) => !/^[/\\]|(?:^|[/\\])\.\.(?:[/\\]|$)|^[A-Za-z]:/.test(path);
  const groups = Map.groupBy(
    lines.filter(({ path }) => isInside(path)),
    ({ path }) => path,
  );
  return new Map(
    [...groups].map(([path, each]) => [path, new Set(each.map(({ sha256: sha }) => sha))]),
  );
}

function digestOnDisk(folder: string, path: string): string | undefined {
  const file = join(folder, path);
  return existsSync(file) ? sha256(readFileSync(file)) : undefined;
}
