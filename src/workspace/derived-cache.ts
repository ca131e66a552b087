import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { z } from "zod";
import { type KeptArrays, keepArrays, readArrays } from "./kept-arrays.ts";
import { makeFolder } from "./make-folder.ts";
import type { Workspace } from "./paths.ts";
import { writeFileAtomic } from "./write-file.ts";

/**
 * A value that takes long to make, kept under `.cache/` between builds. It is made again if its input
 * (`of`) or the code that makes it (`code`, files and folders of the workspace) has changed, or if what is kept is
 * damaged.
 */
export interface Derivation<T> {
  name: string;
  of: unknown;
  code: string[];
  form: Form<T>;
  make: () => T | Promise<T>;
}

/** How a value is kept in a file, with a digest of what it was made from. */
export interface Form<T> {
  /** With its dot. */
  extension: string;
  write: (file: string, digest: string, value: T) => Promise<void>;
  /** The value that was kept with a digest, or with any; undefined if there is none. */
  read: (file: string, digest?: string) => Promise<T | undefined>;
  has: (file: string, digest: string) => Promise<boolean>;
}

/** As JSON. A value of another shape is none. */
export function asJson<T>(shape: z.ZodType<T>): Form<T> {
  return {
    extension: ".json",
    write: async (file, digest, value) => {
      const text = JSON.stringify(value);
      await writeFileAtomic(file, `${digest} ${sumOf(text)}\n${text}`, { fsync: false });
    },
    read: async (file, digest) => {
      const kept = await readKept(file);
      if (!kept || (digest !== undefined && kept.digest !== digest)) return undefined;
      return shape.safeParse(JSON.parse(kept.json)).data;
    },
    has: async (file, digest) => (await readKept(file))?.digest === digest,
  };
}

/** As long lists, which are read in a fraction of the time of JSON. */
export function asLists<T>(
  toLists: (value: T) => KeptArrays,
  fromLists: (kept: KeptArrays) => T,
): Form<T> {
  return {
    extension: ".bin",
    write: (file, digest, value) => keepArrays(file, digest, toLists(value)),
    read: async (file, digest) => {
      const kept = await readArrays(file, digest);
      return kept && fromLists(kept);
    },
    has: async (file, digest) => (await readArrays(file, digest)) !== undefined,
  };
}

/** The value of a derivation. */
export async function derived<T>(
  { root }: Pick<Workspace, "root">,
  derivation: Derivation<T>,
): Promise<T> {
  const digest = await digestOf({ root }, derivation);
  return (
    (await derivedBy({ root }, derivation, digest)) ?? (await makeAndKeep(root, derivation, digest))
  );
}

/** Makes the value of a derivation unless it is kept, and does not read it. Returns the digest that it is kept with. */
export async function keepDerived<T>(
  { root }: Pick<Workspace, "root">,
  derivation: Derivation<T>,
): Promise<string> {
  const digest = await digestOf({ root }, derivation);
  const isKept = await derivation.form.has(fileOf(root, derivation), digest);
  if (!isKept) await makeAndKeep(root, derivation, digest);
  return digest;
}

/** The value that is kept with a digest, or, without, the last one; undefined if there is none. */
export async function derivedBy<T>(
  { root }: Pick<Workspace, "root">,
  kept: Pick<Derivation<T>, "name" | "form">,
  digest?: string,
): Promise<T | undefined> {
  return kept.form.read(fileOf(root, kept), digest);
}

async function makeAndKeep<T>(root: string, derivation: Derivation<T>, digest: string): Promise<T> {
  const value = await derivation.make();
  const file = fileOf(root, derivation);
  await makeFolder(dirname(file));
  await derivation.form.write(file, digest, value);
  return value;
}

/** A digest of what a value is made from, and of the code that makes it. */
export async function digestOf(
  workspace: Pick<Workspace, "root">,
  { of, code }: Pick<Derivation<unknown>, "of" | "code">,
): Promise<string> {
  return sumOf(`${await digestOfCode(workspace, code)} ${JSON.stringify(of)}`);
}

/** A digest of files and folders of the workspace. */
export async function digestOfCode(
  { root }: Pick<Workspace, "root">,
  code: readonly string[],
): Promise<string> {
  const hash = createHash("sha256");
  for (const path of (await Promise.all(code.map((part) => filesAt(root, part)))).flat()) {
    hash.update(path).update(await readFile(join(root, path)));
  }
  return hash.digest("hex");
}

function fileOf<T>(root: string, { name, form }: Pick<Derivation<T>, "name" | "form">): string {
  return join(root, ".cache/derived", `${name}${form.extension}`);
}

/** A file, or the files of a folder and the folders in it, relative to the workspace. */
export async function filesAt(root: string, path: string): Promise<string[]> {
  if (!(await stat(join(root, path))).isDirectory()) return [path];
  const names = (await readdir(join(root, path))).sort();
  return (await Promise.all(names.map((name) => filesAt(root, `${path}/${name}`)))).flat();
}

/** What a file has below its first line, which has the digest of the input and the sum of the value. */
async function readKept(file: string): Promise<{ digest: string; json: string } | undefined> {
  const text = await readFile(file, "utf8").catch(() => "");
  const end = text.indexOf("\n");
  const [digest = "", sum] = text.slice(0, Math.max(0, end)).split(" ");
  const json = text.slice(end + 1);
  return sum === sumOf(json) ? { digest, json } : undefined;
}

function sumOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
