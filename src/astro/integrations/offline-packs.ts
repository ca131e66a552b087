import { hash } from "node:crypto";
import { mkdirSync, statSync } from "node:fs";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { gunzipSync, gzip } from "node:zlib";
import {
  type BuildSummary,
  buildSummary,
  type FileList,
  fileList,
  listedPath,
  type Pack,
  summaryPath,
} from "../../client/offline/file-list.ts";
import { filesUnder } from "../../workspace/files-under.ts";
import { linkFile } from "../../workspace/link-file.ts";
import { readInto } from "../../workspace/read-into.ts";
import { byPartition, packsFrom, type SizedFile } from "./cut-packs.ts";
import { keptFiles, sumsOfFiles } from "./kept-files.ts";
import { isOffered } from "./offered-files.ts";

const compress = promisify(gzip);

/** In bytes. Nearly all packs fit in. */
const usualSize = 3 * 1024 * 1024;

/** Levels above this one take up to a third longer on such files, and save less than a hundredth. */
const level = 6;

/** How many packs are compressed at once, in threads of Node's own. */
const packsAtOnce = 4;

const packsKey = Symbol.for("offprint.made-packs");

/** Says which packs were made apart, of which a site can have some. */
export function usePacks(packs: readonly MadePacks[]): void {
  Reflect.set(globalThis, packsKey, packs);
}

/** The packs that were made apart. */
export function madePacks(): readonly MadePacks[] {
  // The configuration is in another bundle than the commands, so they would not share a module's variable.
  return Reflect.get(globalThis, packsKey) ?? [];
}

/** Packs that were made before, and the folder in which they have their paths. */
export interface MadePacks {
  folder: string;
  packs: readonly Pack[];
}

/**
 * Packs the site's files, those of each partition apart, and writes the list of them and its summary. Packs that would be
 * the same as in the last site or as those of a partition are taken from there.
 */
export async function writePacks(
  folder: string,
  partitionOf: (path: string) => string | undefined,
  made: readonly MadePacks[] = [],
): Promise<BuildSummary> {
  const last = keptFiles();
  const packing = new Packing(folder, [...(last ? [await packsOf(last.folder)] : []), ...made]);
  for (const paths of byPartition(filesUnder(folder), partitionOf)) await packing.add(paths);
  const list: FileList = { packs: await packing.end() };
  const text = JSON.stringify(list);
  const id = shortened(hash("sha256", text));
  const packedList = await compress(text, { level: 9 });
  const path = `offline/${id}.list`;
  await writeFile(join(folder, path), packedList);
  const fetched = list.packs.reduce((sum, { size }) => sum + size, packedList.length);
  const { pages, kept } = packing;
  const summary: BuildSummary = { build: id, list: path, pages, fetched, kept };
  await writeFile(join(folder, summaryPath), `${JSON.stringify(summary)}\n`);
  return summary;
}

/** Packs files of a partition, and returns the packs. Those that were made before are taken from there. */
export async function packFiles(
  folder: string,
  paths: readonly string[],
  made: readonly MadePacks[] = [],
): Promise<Pack[]> {
  const packing = new Packing(folder, made);
  await packing.add(paths);
  return packing.end();
}

class Packing {
  pages = 0;
  /** In bytes. */
  kept = 0;
  readonly #folder: string;
  readonly #made = new Map<string, { pack: Pack; from: string }>();
  readonly #packs: Promise<Pack>[] = [];
  /** Memory for the files of a pack, which is used again when it is compressed. */
  readonly #free: Buffer[] = [];

  constructor(folder: string, made: readonly MadePacks[]) {
    this.#folder = folder;
    mkdirSync(join(folder, "offline"), { recursive: true });
    for (const { folder: from, packs } of made)
      for (const pack of packs) this.#made.set(JSON.stringify(pack.files), { pack, from });
  }

  /** Packs these files, without those that no reader needs offline. */
  async add(paths: readonly string[]): Promise<void> {
    for (const files of packsFrom(this.#offered(paths))) {
      const pack = this.#packOf(files);
      // Its error is thrown where all packs are awaited.
      pack.catch(() => undefined);
      this.#packs.push(pack);
      await this.#packs.at(-packsAtOnce);
    }
  }

  /** All packs, when they are written. */
  end(): Promise<Pack[]> {
    return Promise.all(this.#packs);
  }

  *#offered(paths: readonly string[]): Generator<SizedFile> {
    for (const path of paths) {
      const { size } = statSync(join(this.#folder, path));
      if (!isOffered(path, size)) continue;
      this.kept += size;
      if (path.endsWith("index.html")) this.pages += 1;
      yield { path, size };
    }
  }

  async #packOf(files: readonly SizedFile[]): Promise<Pack> {
    const known = files.map(({ path }) => knownSum(path));
    const isKnown = known.every((sum) => sum !== undefined);
    const same = isKnown && this.#take(linesOf(files, known));
    if (same) return same;
    const size = files.reduce((all, file) => all + file.size, 0);
    const bytes = this.#memoryFor(size);
    try {
      const sums = known.map((sum) => sum ?? "");
      let start = 0;
      for (const [at, file] of files.entries()) {
        const end = readInto(bytes, start, join(this.#folder, file.path), file.size);
        sums[at] ||= hash("sha256", bytes.subarray(start, end));
        // Nothing changes these files any more.
        sumsOfFiles().set(file.path, sums[at]);
        start = end;
      }
      const lines = linesOf(files, sums);
      return (isKnown ? undefined : this.#take(lines)) ?? (await this.#write(lines, bytes, size));
    } finally {
      this.#free.push(bytes);
    }
  }

  /** The pack with these files, if there is one. */
  #take(lines: Pack["files"]): Pack | undefined {
    const made = this.#made.get(JSON.stringify(lines));
    if (!made) return undefined;
    const { pack, from } = made;
    try {
      linkFile(join(from, pack.path), join(this.#folder, pack.path));
    } catch {
      return undefined;
    }
    const last = keptFiles();
    if (last?.folder === from) last.paths.add(pack.path);
    // In the order of these properties the list is written.
    return { path: pack.path, size: pack.size, files: lines };
  }

  async #write(lines: Pack["files"], bytes: Buffer, size: number): Promise<Pack> {
    const packed = await compress(bytes.subarray(0, size), { level });
    const sum = hash("sha256", packed);
    const path = `offline/${shortened(sum)}.pack`;
    await writeFile(join(this.#folder, path), packed);
    sumsOfFiles().set(path, sum);
    return { path, size: packed.length, files: lines };
  }

  #memoryFor(size: number): Buffer {
    const free = this.#free.pop();
    return free && free.length >= size ? free : Buffer.allocUnsafe(Math.max(size, usualSize));
  }
}

/** A file's digest in hexadecimal, if it is known without reading the file. */
function knownSum(path: string): string | undefined {
  const last = keptFiles();
  return sumsOfFiles().get(path) ?? (last?.paths.has(path) ? last.sums.get(path) : undefined);
}

function linesOf(files: readonly SizedFile[], sums: readonly (string | undefined)[]) {
  return files.map(({ path, size }, at): Pack["files"][number] => [
    listedPath(path),
    size,
    shortened(sums[at] ?? ""),
  ]);
}

/** The packs of a site; none if it has no such list. */
async function packsOf(folder: string): Promise<MadePacks> {
  try {
    const text = await readFile(join(folder, summaryPath), "utf8");
    const { list } = buildSummary.parse(JSON.parse(text));
    const packed = await readFile(join(folder, list));
    const { packs } = fileList.parse(JSON.parse(gunzipSync(packed).toString()));
    return { folder, packs };
  } catch {
    return { folder, packs: [] };
  }
}

/** The same as `hashOf` of what has a SHA-256 digest, which is in hexadecimal. */
function shortened(sum: string): string {
  return Buffer.from(sum, "hex").subarray(0, 16).toString("base64url");
}
