import { readFile, stat, unlink } from "node:fs/promises";
import { basename, dirname, join, sep } from "node:path";
import { stateOfFile } from "../ingest/entry-file.ts";
import { isUnwrittenNote } from "../notes/note-template.ts";
import type { Workspace } from "./paths.ts";

/** The file that was written, and the end of its temporary name: `refs.bib.1a2b3c4d.tmp`. */
const hexForm = /^(.+)\.[0-9a-f]{8}\.tmp$/;
/** The same of versions before: `x.mdx.2718281828`. Few of these numbers have less than seven digits. */
const numberForm = /^(.+)\.[1-9]\d{6,9}$/;

/** A file may be a temporary one of an older version by its name; `of` is the file that was written. */
interface Candidate {
  path: string;
  of: string;
}

/**
 * Whether a file in `seeds/` has the name of a temporary file of an older version. It may be half a
 * seed, so it is not read.
 */
export function isHalfSeed(path: string): boolean {
  return hexForm.test(basename(path));
}

/**
 * Removes the temporary files of older versions among files of a workspace. Where owners keep files
 * too, a name does not prove enough, so a file must also have nothing that is not elsewhere: it is
 * empty, the beginning of the file beside it, an entry as it was made, or a note that nobody has
 * written.
 */
export async function removeOlderFiles(
  { root, seeds, papers, notes, removedFile }: Workspace,
  paths: readonly string[],
): Promise<void> {
  const rules: readonly Rule[] = [
    { folder: seeds, forms: [hexForm], isLeft: isBeginning },
    { folder: papers, forms: [hexForm, numberForm], isLeft: isMadeOrBeginning },
    { folder: notes, forms: [hexForm, numberForm], isLeft: isUnwritten },
    {
      folder: join(root, ".cache/derived"),
      forms: [hexForm, numberForm],
      isLeft: async () => true,
    },
    {
      folder: dirname(removedFile),
      forms: [hexForm],
      isLeft: async ({ of }) => of === removedFile,
    },
  ];
  for (const path of paths) {
    const rule = rules.find(({ folder }) => path.startsWith(folder + sep));
    const file = rule && candidate(path, rule.forms);
    if (file && (await isOld(file)) && (await rule.isLeft(file).catch(() => false))) {
      await unlink(path).catch(() => {});
    }
  }
}

interface Rule {
  folder: string;
  forms: readonly RegExp[];
  isLeft: (file: Candidate) => Promise<boolean>;
}

function candidate(path: string, forms: readonly RegExp[]): Candidate | undefined {
  const [, of] = forms.map((form) => form.exec(basename(path))).find((match) => match) ?? [];
  return of === undefined ? undefined : { path, of: join(dirname(path), of) };
}

/** Files are written within seconds. In milliseconds. */
const longestWrite = 600_000;

async function isOld({ path }: Candidate): Promise<boolean> {
  const { mtimeMs } = await stat(path);
  return Date.now() - mtimeMs > longestWrite;
}

async function isBeginning({ path, of }: Candidate): Promise<boolean> {
  const bytes = await readFile(path);
  if (bytes.length === 0) return true;
  return (await readFile(of)).subarray(0, bytes.length).equals(bytes);
}

async function isMadeOrBeginning(file: Candidate): Promise<boolean> {
  if (await isBeginning(file).catch(() => false)) return true;
  return stateOfFile(await readFile(file.path, "utf8")) === "made";
}

async function isUnwritten({ path }: Candidate): Promise<boolean> {
  return isUnwrittenNote(await readFile(path, "utf8"));
}
