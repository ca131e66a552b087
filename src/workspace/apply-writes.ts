import { existsSync } from "node:fs";
import { mkdir, readdir, rmdir, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import writeFileAtomic from "write-file-atomic";
import type { WritePlan } from "../ingest/plan-writes.ts";

/**
 * Carries a plan out: each file is written beside its place and renamed into it, so that a stop in
 * between leaves the old file or the new one. Folders that become empty go too.
 */
export async function applyWrites(folder: string, plan: WritePlan): Promise<void> {
  const moved = plan.move.map(({ entry }) => entry);
  const writes = [...plan.create, ...plan.update, ...moved];
  const folders = new Set(writes.map(({ path }) => dirname(join(folder, path))));
  await Promise.all([...folders].map((path) => mkdir(path, { recursive: true })));
  // In turns, so that ten thousand entries do not open ten thousand files at once.
  for (let at = 0; at < writes.length; at += 64) {
    await Promise.all(
      writes
        .slice(at, at + 64)
        .map(({ path, text }) => writeFileAtomic(join(folder, path), text, { fsync: false })),
    );
  }
  // What moves is written at its new place by now.
  const gone = [...plan.move.map(({ from }) => from), ...plan.remove];
  for (const path of gone) await unlink(join(folder, path));
  const emptied = new Set(gone.map((path) => dirname(join(folder, path))));
  for (const path of emptied) {
    if (existsSync(path) && (await readdir(path)).length === 0) await rmdir(path);
  }
}
