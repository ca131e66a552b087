import { existsSync } from "node:fs";
import { mkdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { Pack } from "../../client/offline/file-list.ts";
import type { Message } from "../../schemas/message.ts";
import { type Checksums, digestOf, digestOfFile } from "../checksums.ts";
import { filesUnder } from "../files-under.ts";
import { type LastPages, type PagesRecord, pagesRecord } from "../unchanged/last-pages.ts";
import { recordedMessage } from "../unchanged/record.ts";

/** A path that leads out of its folder nowhere. */
const pathInside = z.string().regex(/^(?!.*(?:^|[/\\])\.\.?(?:[/\\]|$))[^/\\:]/);

const shape = z.object({
  name: z.string(),
  /** What its pages were made from, as `siteKey` has it. */
  key: z.string(),
  pages: z.number(),
  messages: z.array(recordedMessage),
  /** The digest of the list of what its pages read. */
  read: z.string().exactOptional(),
  /** The digests of its files, by path in the site. */
  files: z.record(pathInside, z.string()),
  /** Its packs for reading offline, and their digests. */
  packs: z.array(
    z.object({
      path: pathInside,
      size: z.number(),
      files: z.array(z.tuple([z.string(), z.number(), z.string()])),
      digest: z.string(),
    }),
  ),
});

/** The pages of a partition that were made apart, and what their build said. */
export type BuiltPartition = z.infer<typeof shape> & { folder: string };

const record = "partition.json";
const pagesFile = "pages.json";
const inside = "site";

/** Where a partition is built unless a folder is named. */
export function partitionFolder({ root }: { root: string }, name: string): string {
  return join(root, ".cache/partitions", name);
}

/**
 * Writes a partition into a folder, in the place of an earlier one: those files of a site in `stage` that belong to
 * it, and what its pages load and no bundle has, such as pictures in notes.
 */
export async function writePartition(
  folder: string,
  stage: string,
  {
    belongs,
    record: pages,
    packs,
    sums,
    ...made
  }: {
    name: string;
    key: string;
    pages: number;
    messages: Message[];
    belongs: (path: string) => boolean;
    /** How its pages were made. */
    record: PagesRecord | undefined;
    /** Its packs for reading offline, which are in the stage. */
    packs: readonly Pack[];
    /** Digests of files that are known. */
    sums: Checksums;
  },
): Promise<number> {
  const next = `${folder}.next`;
  await rm(next, { recursive: true, force: true });
  const files: Record<string, string> = {};
  const move = async (path: string) => {
    const digest = sums.get(path) ?? (await digestOfFile(join(stage, path)));
    await mkdir(dirname(join(next, inside, path)), { recursive: true });
    await rename(join(stage, path), join(next, inside, path));
    return digest;
  };
  for (const path of filesUnder(stage)) {
    if (belongs(path) || path.startsWith("_astro/")) files[path] = await move(path);
  }
  const moved: BuiltPartition["packs"] = [];
  for (const pack of packs) moved.push({ ...pack, digest: await move(pack.path) });
  await mkdir(next, { recursive: true });
  const text = pages && JSON.stringify(pages);
  if (text !== undefined) await writeFile(join(next, pagesFile), text);
  const read = text === undefined ? {} : { read: digestOf(text) };
  await writeFile(join(next, record), JSON.stringify({ ...made, ...read, files, packs: moved }));
  await rm(folder, { recursive: true, force: true });
  await rename(next, folder);
  return Object.keys(files).length;
}

/**
 * Reads a partition, and checks that none of its files is missing or damaged. Throws an Error that says what is wrong
 * with it.
 */
export async function readPartition(folder: string): Promise<BuiltPartition> {
  const partition = await readPartitionRecord(folder);
  const packs = partition.packs.map(({ path, digest }) => [path, digest] as const);
  for (const [path, digest] of [...Object.entries(partition.files), ...packs]) {
    const file = join(partition.folder, path);
    const isSame = existsSync(file) && (await digestOfFile(file)) === digest;
    if (!isSame) throw new Error(`${file} is missing or damaged; build the partition again`);
  }
  return partition;
}

/** The same without a look at its files, which may be elsewhere. */
export async function readPartitionRecord(folder: string): Promise<BuiltPartition> {
  const file = join(folder, record);
  if (!existsSync(file)) throw new Error(`${folder} has no partition: ${record} is missing`);
  const read = shape.safeParse(parsed(await readFile(file, "utf8")));
  if (!read.success) throw new Error(`${file} is damaged, or of another version of Offprint`);
  return { ...read.data, folder: join(folder, inside) };
}

/** How the pages of a partition were made; undefined if that is not known, or was of other settings or another engine. */
export async function pagesOfPartition(
  { folder, read }: BuiltPartition,
  frame: string,
): Promise<LastPages | undefined> {
  const text = await readFile(join(dirname(folder), pagesFile), "utf8").catch(() => "");
  if (digestOf(text) !== read) return undefined;
  const pages = pagesRecord.safeParse(parsed(text)).data;
  return pages?.frame === frame ? { ...pages, folder } : undefined;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
