import { join } from "node:path";
import type { Points } from "../archive/map/landmarks.ts";
import { keepArrays, readArrays, realNumbers } from "./kept-arrays.ts";
import type { Workspace } from "./paths.ts";

/**
 * The points of the map's core that were kept with this version, a digest of all that they are made from. If there are
 * none, they are made and kept.
 */
export async function keptCore(
  { root }: Pick<Workspace, "root">,
  version: string,
  make: () => Promise<Points>,
): Promise<Points> {
  const file = join(root, ".cache/derived/map-core.bin");
  const kept = await readArrays(file, version);
  if (kept) return { x: realNumbers(kept, "x"), y: realNumbers(kept, "y") };
  const { x, y } = await make();
  await keepArrays(file, version, { numbers: { x, y }, texts: {} });
  return { x, y };
}
