import { createHash } from "node:crypto";
import { appendFile, readFile } from "node:fs/promises";
import { dirname, relative } from "node:path";
import { z } from "zod";
import { conflictIn } from "../../schemas/git-conflict.ts";
import type { Message } from "../../schemas/message.ts";
import { gitConflict, report } from "../../schemas/rules.ts";
import { makeFolder } from "../make-folder.ts";
import type { Workspace } from "../paths.ts";

/** One line of `content/added.jsonl`: the digest of a seed as it was saved. */
const addedSeed = z.object({
  /** Relative to the workspace. */
  file: z.string(),
  sha256: z.string(),
  /** A digest of the path that it was copied from. Absent for downloads. */
  from: z.string().optional(),
});
/** A seed as it was saved. */
export type AddedSeed = z.infer<typeof addedSeed>;

/** The SHA-256 digest of bytes or of a text, in hexadecimal. */
export function sha256(content: Uint8Array | string): string {
  return createHash("sha256").update(content).digest("hex");
}

/**
 * What was saved under `seeds/added/`. A seed whose digest is not among these was edited since then, or
 * saved before this file existed. Lines that cannot be read are passed over, so that their seeds count
 * as edited. Of a conflict of git, the lines of both versions count.
 */
export async function readAddedSeeds({ addedFile }: Pick<Workspace, "addedFile">) {
  const text = await readFile(addedFile, "utf8").catch(() => "");
  return (conflictIn(text)?.both ?? text).split("\n").flatMap((line): AddedSeed[] => {
    try {
      return [addedSeed.parse(JSON.parse(line))];
    } catch {
      return [];
    }
  });
}

/** Says once whether git left conflicts in the list of saved seeds. */
export async function faultsOfAddedSeeds({
  root,
  addedFile,
}: Pick<Workspace, "root" | "addedFile">): Promise<Message[]> {
  const conflict = conflictIn(await readFile(addedFile, "utf8").catch(() => ""));
  const file = relative(root, addedFile).replaceAll("\\", "/");
  return conflict ? [report(gitConflict, {}, { file, line: conflict.line })] : [];
}

/**
 * Adds a line before a seed is saved. Lines are only ever added, so that commands that run at once, and
 * branches that are merged, lose none.
 */
export async function recordAddedSeed(
  { addedFile }: Pick<Workspace, "addedFile">,
  seed: AddedSeed,
): Promise<void> {
  const old = await readFile(addedFile, "utf8").catch(() => "");
  const line = JSON.stringify(seed);
  if (old.split("\n").includes(line)) return;
  await makeFolder(dirname(addedFile));
  await appendFile(addedFile, `${/\n$|^$/.test(old) ? "" : "\n"}${line}\n`);
}
