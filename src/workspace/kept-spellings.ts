import { join } from "node:path";
import type { WrittenTerms } from "../archive/likeness/spellings.ts";
import { keepArrays, readArrays, wholeNumbers } from "./kept-arrays.ts";
import type { Workspace } from "./paths.ts";

type Root = Pick<Workspace, "root">;

/** How papers wrote their terms the last time; undefined if other code found it, or there is nothing. */
export async function readWritten(
  { root }: Root,
  version: string,
): Promise<WrittenTerms | undefined> {
  const kept = await readArrays(fileAt(root), version);
  if (!kept) return undefined;
  const { ids = [], digests = [], surfaces = [], keys = [] } = kept.texts;
  const whole = (name: string) => wholeNumbers(kept, name);
  return {
    ids,
    digests,
    surfaces,
    keys,
    starts: whole("starts"),
    spellings: whole("spellings"),
    within: whole("within"),
    heading: whole("heading"),
  };
}

/** Keeps how papers write their terms for the next time. */
export async function keepWritten(
  { root }: Root,
  version: string,
  { ids, digests, surfaces, keys, ...numbers }: WrittenTerms,
): Promise<void> {
  await keepArrays(fileAt(root), version, { numbers, texts: { ids, digests, surfaces, keys } });
}

function fileAt(root: string): string {
  return join(root, ".cache/derived/spellings.bin");
}
