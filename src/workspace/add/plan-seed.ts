import { readFile } from "node:fs/promises";
import { basename, dirname, extname, join } from "node:path";
import { compareSeeds, type SeedChanges } from "../../ingest/compare-seeds.ts";
import type { RawPaper } from "../../ingest/raw-paper.ts";
import { readSeed } from "../../ingest/read-seed.ts";
import { filesUnder } from "../files-under.ts";
import { makeFolder } from "../make-folder.ts";
import type { Workspace } from "../paths.ts";
import { type SavedSeed, saveSeed } from "../save-seed.ts";
import { unpacked } from "../unpack.ts";
import { writeFileAtomic } from "../write-file.ts";
import { type AddedSeed, readAddedSeeds, recordAddedSeed, sha256 } from "./added-seeds.ts";

/** A file to be saved as a seed. */
export interface NewSeed {
  /** The name under `seeds/` that it gets if nothing else has it. */
  name: string;
  bytes: Uint8Array;
  records: readonly RawPaper[];
  /** Whether all of it could be read. */
  isWhole: boolean;
  /** The absolute path that it is copied from; absent for downloads. */
  from?: string;
}

/** What to do with a former version of a file. */
export interface SeedChoice {
  /** Keep it, and save the new version under another name. */
  keepBoth?: boolean;
  /** Replace it even if it was edited, or if hardly anything of it is left. */
  replace?: boolean;
}

/** How a file will be saved. */
export type SeedPlan =
  | { kind: "there"; file: string }
  | { kind: "new" }
  | { kind: "replace"; file: string; changes: SeedChanges }
  | { kind: "refuse"; file: string; changes: SeedChanges; why: string };

/** A saved seed that may be a former version of a file. */
interface Former {
  file: string;
  changes: SeedChanges;
  /** The number of its papers that the new version has, too. */
  kept: number;
  papers: number;
  isFromHere: boolean;
  isEdited: boolean;
  /** Whether it is known how the file was when it was saved. */
  isRecorded: boolean;
}

/**
 * Finds the former version of a file among the saved seeds of its name: the one that came from the same
 * path and shares a paper with it, or the one of which it has at least half of the papers.
 */
export async function planSeed(
  workspace: Workspace,
  seed: NewSeed,
  { keepBoth = false, replace = false }: SeedChoice = {},
): Promise<SeedPlan> {
  const added = await readAddedSeeds(workspace);
  const formers: Former[] = [];
  for (const file of savedAs(workspace, seed.name)) {
    const bytes = await readFile(join(workspace.root, file));
    if (bytes.equals(seed.bytes)) return { kind: "there", file };
    formers.push(formerOf(file, bytes, seed, added));
  }
  const isFormer = ({ kept, papers, isFromHere }: Former) =>
    isFromHere ? kept > 0 || papers === 0 || replace : kept > 0 && kept * 2 >= papers;
  const isBetter = (a: Former, b: Former) =>
    Number(b.isFromHere) - Number(a.isFromHere) || b.kept - a.kept;
  const [former] = keepBoth ? [] : formers.filter(isFormer).sort(isBetter);
  return former ? planOver(former, seed, replace) : { kind: "new" };
}

/** Plans to copy a file over a certain seed, which may be missing. */
export async function planCopy(
  workspace: Workspace,
  file: string,
  seed: NewSeed,
): Promise<Exclude<SeedPlan, { kind: "new" }>> {
  const bytes = await readFile(join(workspace.root, file)).catch(() => undefined);
  if (bytes?.equals(seed.bytes)) return { kind: "there", file };
  if (!bytes) return { kind: "replace", file, changes: compareSeeds([], seed.records) };
  const added = await readAddedSeeds(workspace);
  return planOver(formerOf(file, bytes, seed, added), seed, false);
}

function planOver(
  { file, changes, isEdited, isRecorded }: Former,
  seed: NewSeed,
  replace: boolean,
): Extract<SeedPlan, { kind: "replace" | "refuse" }> {
  const losesUnread = !seed.isWhole && changes.gone.length > 0;
  if (replace || !(isEdited || losesUnread)) return { kind: "replace", file, changes };
  if (!isEdited) {
    const why = `the file cannot be read completely, so it did not replace ${file}`;
    return { kind: "refuse", file, changes, why };
  }
  const why = isRecorded
    ? `${file} is not as it was added, so it was not replaced`
    : `content/added.jsonl does not say how ${file} was when it was saved, so it may have changes of yours, and it was not replaced`;
  return { kind: "refuse", file, changes, why };
}

function formerOf(
  file: string,
  bytes: Uint8Array,
  { records, from }: NewSeed,
  added: readonly AddedSeed[],
): Former {
  const old = readSeed(unpacked(file, bytes), { seedYears: {} }).value;
  const changes = compareSeeds(old, records);
  const known = added.filter((one) => one.file === file);
  const digest = sha256(bytes);
  return {
    file,
    changes,
    kept: old.length - changes.gone.length,
    papers: old.length,
    isFromHere: from !== undefined && known.some((one) => one.from === sha256(from)),
    isEdited: !known.some((one) => one.sha256 === digest),
    isRecorded: known.length > 0,
  };
}

/** Saved seeds of this name, and those of this name with a digest. */
function savedAs({ seeds }: Workspace, name: string): string[] {
  const ending = extname(name);
  const stem = basename(name, ending);
  const isSo = (path: string) =>
    path === `${stem}${ending}` ||
    (path.startsWith(`${stem}-`) &&
      /^-[0-9a-f]{8}$/.test(basename(path, ending).slice(stem.length)));
  const folder = dirname(name);
  return filesUnder(join(seeds, folder))
    .filter((path) => !path.includes("/") && extname(path) === ending && isSo(path))
    .map((path) => `seeds/${folder}/${path}`);
}

/**
 * Carries out a plan. The digest is recorded first: a command that is killed in between leaves the former
 * version, which the next run replaces.
 */
export async function savePlanned(
  workspace: Workspace,
  seed: NewSeed,
  plan: Exclude<SeedPlan, { kind: "refuse" }>,
): Promise<SavedSeed> {
  const record = (file: string) =>
    recordAddedSeed(workspace, {
      file,
      sha256: sha256(seed.bytes),
      ...(seed.from === undefined ? {} : { from: sha256(seed.from) }),
    });
  if (plan.kind === "there") {
    await record(plan.file);
    return { file: plan.file, isNew: false };
  }
  if (plan.kind === "replace") {
    await record(plan.file);
    await makeFolder(dirname(join(workspace.root, plan.file)));
    await writeFileAtomic(join(workspace.root, plan.file), seed.bytes);
    return { file: plan.file, isNew: true };
  }
  const saved = await saveSeed(workspace, seed.name, seed.bytes);
  await record(saved.file);
  return saved;
}

/** The counts of a comparison, `1 new, 2 changed, 1 gone`. */
export function countChanges({ new: fresh, changed, gone }: SeedChanges): string {
  return `${fresh.length} new, ${changed.length} changed, ${gone.length} gone`;
}
