import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { z } from "zod";
import { makeFolder } from "./make-folder.ts";
import type { Workspace } from "./paths.ts";
import { writeFileAtomic } from "./write-file.ts";

/**
 * A value that takes long to make, kept under `.cache/` between builds. It is made again if its input
 * (`of`) or the code that makes it (`code`, files and folders of the workspace) has changed, or if the
 * cached value does not fit `shape`.
 */
export interface Derivation<T> {
  name: string;
  of: unknown;
  code: string[];
  shape: z.ZodType<T>;
  make: () => T | Promise<T>;
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
  const kept = await readKept(fileOf(root, derivation.name));
  if (kept?.digest !== digest) await makeAndKeep(root, derivation, digest);
  return digest;
}

/** The value that is kept with a digest; undefined if there is none, or of another shape. */
export async function derivedBy<T>(
  { root }: Pick<Workspace, "root">,
  { name, shape }: Pick<Derivation<T>, "name" | "shape">,
  digest: string,
): Promise<T | undefined> {
  const kept = await readKept(fileOf(root, name));
  return kept?.digest === digest ? shape.safeParse(JSON.parse(kept.json)).data : undefined;
}

async function makeAndKeep<T>(
  root: string,
  { name, make }: Derivation<T>,
  digest: string,
): Promise<T> {
  const value = await make();
  const text = JSON.stringify(value);
  await makeFolder(dirname(fileOf(root, name)));
  await writeFileAtomic(fileOf(root, name), `${digest} ${sumOf(text)}\n${text}`, { fsync: false });
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

/** The value that was kept last, from whichever input; undefined if there is none of this shape. */
export async function lastDerived<T>(
  { root }: Pick<Workspace, "root">,
  name: string,
  shape: z.ZodType<T>,
): Promise<T | undefined> {
  const kept = await readKept(fileOf(root, name));
  return kept && shape.safeParse(JSON.parse(kept.json)).data;
}

function fileOf(root: string, name: string): string {
  return join(root, ".cache/derived", `${name}.json`);
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
