import { existsSync } from "node:fs";
import { readdir, rmdir, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { WritePlan } from "../ingest/plan-writes.ts";
import { makeFolder } from "./make-folder.ts";
import { writeFileAtomic } from "./write-file.ts";

/**
 * Carries out a plan in the folder of entries. Each file is written under a temporary name and then
 * renamed, so that a crash leaves either the old file or the new one. Empty folders are removed.
 */
export async function applyWrites(folder: string, plan: WritePlan): Promise<void> {
  const moved = plan.move.map(({ entry }) => entry);
  const writes = [...plan.create, ...plan.update, ...moved];
  const folders = new Set(writes.map(({ path }) => dirname(join(folder, path))));
  await Promise.all([...folders].map((path) => makeFolder(path)));
  // In batches, so that ten thousand entries do not open ten thousand files at once.
  for (let at = 0; at < writes.length; at += 64) {
    await Promise.all(
      writes
        .slice(at, at + 64)
        .map(({ path, text }) => writeFileAtomic(join(folder, path), text, { fsync: false })),
    );
  }
  // Entries that move have been written to their new paths above.
  const gone = [...plan.move.map(({ from }) => from), ...plan.remove];
  for (const path of gone) await unlink(join(folder, path));
  const emptied = new Set(gone.map((path) => dirname(join(folder, path))));
  for (const path of emptied) {
    if (existsSync(path) && (await readdir(path)).length === 0) await rmdir(path);
  }
}
