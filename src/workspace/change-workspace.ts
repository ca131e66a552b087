import { join } from "node:path";
import { clearStaleLock, untilFree, withLock } from "./lock.ts";
import type { Workspace } from "./paths.ts";
import { settleSite } from "./site-folder.ts";
import { clearTemporaryFiles } from "./temporary-files.ts";

function lockOf({ root }: Pick<Workspace, "root">): string {
  return join(root, ".cache/lock");
}

/**
 * Runs work that changes what commands make in a workspace, while no other command does. Clears first
 * what killed commands left.
 */
export async function changeWorkspace<T>(
  workspace: Pick<Workspace, "root">,
  work: () => Promise<T>,
): Promise<T> {
  return withLock(lockOf(workspace), async () => {
    await settleSite(join(workspace.root, "dist"));
    return work();
  });
}

/** Waits until no command changes a workspace. Throws an error that names the one that does. */
export function untilUnchanging(
  workspace: Pick<Workspace, "root">,
  patience?: number,
): Promise<void> {
  return untilFree(lockOf(workspace), patience);
}

/**
 * Clears what killed commands left, as far as that needs no lock: for commands that may find nothing
 * to change.
 */
export async function clearLeftovers(workspace: Workspace): Promise<void> {
  await clearStaleLock(lockOf(workspace));
  await clearTemporaryFiles(workspace);
}
