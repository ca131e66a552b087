import { existsSync } from "node:fs";
import { readdir, rmdir, unlink } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setImmediate } from "node:timers/promises";
import type { WritePlan } from "../ingest/plan-writes.ts";
import { makeFolder } from "./make-folder.ts";
import { writeFileAtomicSync } from "./write-file.ts";

/**
 * Carries out a plan in the folder of entries. Each file is written under a temporary name and then
 * renamed, so that a crash leaves either the old file or the new one. Empty folders are removed.
 */
export async function applyWrites(folder: string, plan: WritePlan): Promise<void> {
  const moved = plan.move.map(({ entry }) => entry);
  const writes = [...plan.create, ...plan.update, ...moved];
  const folders = new Set(writes.map(({ path }) => dirname(join(folder, path))));
  await Promise.all([...folders].map((path) => makeFolder(path)));
  for (const [at, { path, text }] of writes.entries()) {
    // So that the lock shows life, and the command can be ended.
    if (at % 64 === 63) await setImmediate();
    writeFileAtomicSync(join(folder, path), text);
  }
  // Entries that move have been written to their new paths above.
  const gone = [...plan.move.map(({ from }) => from), ...plan.remove];
  for (const path of gone) await unlink(join(folder, path));
  const emptied = new Set(gone.map((path) => dirname(join(folder, path))));
  for (const path of emptied) {
    if (existsSync(path) && (await readdir(path)).length === 0) await rmdir(path);
  }
}
