import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import type { Workspace } from "./paths.ts";

/** In bytes. Few seeds have less of a paper. */
const leastInSeeds = 1500;

/** How many entries a workspace has on disk. */
export function entriesIn({ papers }: Pick<Workspace, "papers">): number {
  return namesIn(papers).filter((name) => name.endsWith(".mdx")).length;
}

/** About how many papers a workspace may have after an ingest: more rather than fewer. */
export function papersToExpect(workspace: Pick<Workspace, "papers" | "seeds">): number {
  const { seeds } = workspace;
  const sizes = namesIn(seeds).map(
    (name) => statSync(join(seeds, name), { throwIfNoEntry: false })?.size ?? 0,
  );
  const bytes = sizes.reduce((sum, size) => sum + size, 0);
  return Math.max(entriesIn(workspace), Math.round(bytes / leastInSeeds));
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder, { recursive: true, encoding: "utf8" });
  } catch {
    return [];
  }
}
