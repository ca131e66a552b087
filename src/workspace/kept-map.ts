import { join } from "node:path";
import type { Landmarks } from "../archive/map/landmarks.ts";
import type { PlacedPapers } from "../archive/map/place-papers.ts";
import { keepArrays, readArrays, realNumbers, wholeNumbers } from "./kept-arrays.ts";
import type { Workspace } from "./paths.ts";

type Root = Pick<Workspace, "root">;

/**
 * The landmarks that were kept with this version, a digest of all that they are made from. If there are none, they are
 * made and kept.
 */
export async function keptLandmarks(
  { root }: Root,
  version: string,
  make: () => Landmarks,
): Promise<Landmarks> {
  const file = join(root, ".cache/derived/landmarks.bin");
  const kept = await readArrays(file, version);
  if (kept) {
    const real = (name: string) => realNumbers(kept, name);
    const [dimensions = 0] = wholeNumbers(kept, "dimensions");
    const terms = { keys: kept.texts["keys"] ?? [], dimensions, values: real("ofTerms") };
    return { terms, values: real("values"), points: { x: real("x"), y: real("y") } };
  }
  const made = make();
  const { terms, values, points } = made;
  const dimensions = Uint32Array.of(terms.dimensions);
  const numbers = { dimensions, ofTerms: terms.values, values, ...points };
  await keepArrays(file, version, { numbers, texts: { keys: terms.keys } });
  return made;
}

/** The papers that were placed last beside landmarks of this version; undefined if there are none. */
export async function readPlaced(
  { root }: Root,
  version: string,
): Promise<PlacedPapers | undefined> {
  const kept = await readArrays(placedFile(root), version);
  if (!kept) return undefined;
  const { ids = [], texts = [] } = kept.texts;
  return { ids, texts, x: realNumbers(kept, "x"), y: realNumbers(kept, "y") };
}

/** Keeps placed papers for the next time. */
export async function keepPlaced(
  { root }: Root,
  version: string,
  { ids, texts, x, y }: PlacedPapers,
): Promise<void> {
  await keepArrays(placedFile(root), version, { numbers: { x, y }, texts: { ids, texts } });
}

function placedFile(root: string): string {
  return join(root, ".cache/derived/places.bin");
}
