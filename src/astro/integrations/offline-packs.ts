import { createHash } from "node:crypto";
import { mkdirSync, readFileSync, statSync } from "node:fs";
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
import { giveFile } from "../../workspace/unchanged/last-pages.ts";
import { type KeptFiles, keptFiles, sumsOfFiles } from "./kept-files.ts";
import { isOffered } from "./offered-files.ts";

/** In bytes. A pack has at least the first, and ends on average when it has as much again. */
const leastSize = 512 * 1024;
const mostSize = 2 * 1024 * 1024;

const compress = promisify(gzip);

/** Levels above this one take up to a third longer on such files, and save less than a hundredth. */
const level = 6;

/** How many packs are compressed at once, in threads of Node's own. */
const packsAtOnce = 4;

/** A file that will be in a pack: its path in the site, and its line in the list. */
interface PackedFile {
  path: string;
  line: Pack["files"][number];
}

/**
 * Packs the site's files, and writes the list of them and its summary. Packs that would be the same as in the last site are
 * taken from it.
 */
export async function writePacks(folder: string): Promise<BuildSummary> {
  mkdirSync(join(folder, "offline"), { recursive: true });
  const last = keptFiles();
  const lastPacks = await packsOf(last?.folder);
  const packs: Promise<Pack>[] = [];
  let pages = 0;
  let kept = 0;
  for (const files of packsFrom(offeredFiles(folder, last))) {
    for (const { path, line } of files) {
      kept += line[1];
      if (path.endsWith("index.html")) pages += 1;
    }
    const same = lastPacks.get(JSON.stringify(files.map(({ line }) => line)));
    if (last && same && giveFile(same.path, last.folder, folder)) {
      last.paths.add(same.path);
      packs.push(Promise.resolve(same));
      continue;
    }
    const pack = writePack(folder, files);
    // Its error is thrown where all packs are awaited.
    pack.catch(() => undefined);
    packs.push(pack);
    await packs.at(-packsAtOnce);
  }
  const list: FileList = { packs: await Promise.all(packs) };
  const text = JSON.stringify(list);
  const id = digestOf(Buffer.from(text));
  const packedList = await compress(text, { level: 9 });
  const path = `offline/${id}.list`;
  await writeFile(join(folder, path), packedList);
  const fetched = list.packs.reduce((sum, { size }) => sum + size, packedList.length);
  const summary: BuildSummary = { build: id, list: path, pages, fetched, kept };
  await writeFile(join(folder, summaryPath), `${JSON.stringify(summary)}\n`);
  return summary;
}

/** The files of the archive. Those that the last site has, too, need not be read for their digests. */
function* offeredFiles(folder: string, last: KeptFiles | undefined): Generator<PackedFile> {
  for (const path of filesUnder(folder)) {
    const { size } = statSync(join(folder, path));
    if (!isOffered(path, size)) continue;
    const sum = last?.paths.has(path) ? last.sums.get(path) : undefined;
    const known = sum ?? hexDigestOf(readFileSync(join(folder, path)));
    // The checksums of the site are written after the packs, and nothing changes their files in between.
    if (sum === undefined) sumsOfFiles().set(path, known);
    yield { path, line: [listedPath(path), size, shortened(known)] };
  }
}

/**
 * Cuts a list of files into packs. Where a pack ends is decided by the names and sizes of the files at its end, so that an
 * edited file changes its own pack and at most a few after it, and the others are the same as before.
 */
export function* packsFrom<F extends PackedFile>(files: Iterable<F>): Generator<F[]> {
  let pack: F[] = [];
  let size = 0;
  for (const file of files) {
    const [name, bytes] = file.line;
    pack.push(file);
    size += bytes;
    const isEnd = size >= leastSize && shareOf(name) < bytes / leastSize;
    if (!isEnd && size < mostSize) continue;
    yield pack;
    pack = [];
    size = 0;
  }
  if (pack.length > 0) yield pack;
}

/** A number from 0 up to 1 by a name, evenly spread. */
function shareOf(name: string): number {
  return createHash("sha256").update(name).digest().readUInt32BE() / 2 ** 32;
}

async function writePack(folder: string, files: readonly PackedFile[]): Promise<Pack> {
  const contents = files.map(({ path }) => readFileSync(join(folder, path)));
  const packed = await compress(Buffer.concat(contents), { level });
  const path = `offline/${digestOf(packed)}.pack`;
  await writeFile(join(folder, path), packed);
  return { path, size: packed.length, files: files.map(({ line }) => line) };
}

/** The packs of a site, by what is in them; none if it has no such list. */
async function packsOf(folder: string | undefined): Promise<Map<string, Pack>> {
  if (folder === undefined) return new Map();
  try {
    const text = await readFile(join(folder, summaryPath), "utf8");
    const { list } = buildSummary.parse(JSON.parse(text));
    const packed = await readFile(join(folder, list));
    const { packs } = fileList.parse(JSON.parse(gunzipSync(packed).toString()));
    return new Map(packs.map((pack) => [JSON.stringify(pack.files), pack]));
  } catch {
    return new Map();
  }
}

/** The same as `hashOf`, without a wait for each of ten thousand files. */
function digestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest().subarray(0, 16).toString("base64url");
}

function hexDigestOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The same as `digestOf` of a SHA-256 digest in hexadecimal. */
function shortened(sum: string): string {
  return Buffer.from(sum, "hex").subarray(0, 16).toString("base64url");
}
