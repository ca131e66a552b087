import { existsSync } from "node:fs";
import { glob, readFile } from "node:fs/promises";
import { join, relative, sep } from "node:path";
import type { FilesOnDisk } from "../ingest/plan-writes.ts";
import type { SeedFile } from "../ingest/raw-paper.ts";
import type { Workspace } from "./paths.ts";
import { unpacked } from "./unpack.ts";

/** Every seed of a workspace, sorted by path. READMEs and hidden files are not seeds. */
export async function readSeeds({ root, seeds }: Workspace): Promise<SeedFile[]> {
  const paths = (await filesUnder(seeds)).filter((path) => !/(^|\/)(\.|README\b)/i.test(path));
  return Promise.all(
    paths.map(async (path) =>
      unpacked(posix(relative(root, join(seeds, path))), await readFile(join(seeds, path))),
    ),
  );
}

/** The texts of the files in the folder of entries, by their paths in it. */
export async function readEntries({ papers }: Workspace): Promise<FilesOnDisk> {
  const paths = (await filesUnder(papers)).filter((path) => path.endsWith(".mdx"));
  const texts = new Map<string, string>();
  // In batches, so that ten thousand entries do not open ten thousand files at once.
  for (let at = 0; at < paths.length; at += 256) {
    const some = paths.slice(at, at + 256);
    const read = await Promise.all(some.map((path) => readFile(join(papers, path), "utf8")));
    for (const [index, path] of some.entries()) texts.set(path, read[index] ?? "");
  }
  return texts;
}

/** All files under a folder, relative to it, with `/`, sorted. Empty if there is no such folder. */
export async function filesUnder(folder: string): Promise<string[]> {
  if (!existsSync(folder)) return [];
  const found: string[] = [];
  for await (const entry of glob("**/*", { cwd: folder, withFileTypes: true })) {
    if (entry.isFile()) found.push(posix(relative(folder, join(entry.parentPath, entry.name))));
  }
  return found.sort();
}

function posix(path: string): string {
  return path.split(sep).join("/");
}
