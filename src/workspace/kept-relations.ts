import { createHash } from "node:crypto";
import { join } from "node:path";
import type { RelatedPaper, Relations } from "../archive/related/relate.ts";
import { keepArrays, readArrays, realNumbers, wholeNumbers } from "./kept-arrays.ts";
import type { Workspace } from "./paths.ts";

/** What kept relations belong to. */
interface RelationsContext {
  /** The code that makes them. */
  version: string;
  related: Record<string, RelatedPaper[]>;
  /** The terms that have numbers in the rows, and perhaps further ones. */
  keys: readonly string[];
}

/**
 * What relating papers left under `.cache/` for the next time. Undefined if there is nothing, if other code made it, if it
 * does not belong to these related papers, if terms have other numbers now, or if the file is damaged.
 */
export async function readRelations(
  { root }: Pick<Workspace, "root">,
  { version, related, keys }: RelationsContext,
): Promise<Relations | undefined> {
  const kept = await readArrays(fileAt(root), version);
  const { ids = [], texts = [], sums = [] } = kept?.texts ?? {};
  if (!kept || sums[0] !== sumOf(JSON.stringify(related))) return undefined;
  const numbers = (name: string) => wholeNumbers(kept, name);
  const [count = 0] = numbers("keys");
  if (sums[1] !== sumOfKeys(keys, count)) return undefined;
  const [starts, terms] = [numbers("starts"), numbers("terms")];
  const rows = { ids, starts, terms, weights: realNumbers(kept, "weights") };
  const lists = { papers: numbers("papers"), scores: numbers("scores") };
  return { rows, texts, lists, related };
}

/** Keeps relations for the next time. */
export async function keepRelations(
  { root }: Pick<Workspace, "root">,
  { version, keys }: Omit<RelationsContext, "related">,
  { rows: { ids, ...rows }, texts, lists, related }: Relations,
): Promise<void> {
  const sums = [sumOf(JSON.stringify(related)), sumOfKeys(keys, keys.length)];
  await keepArrays(fileAt(root), version, {
    numbers: { keys: Uint32Array.of(keys.length), ...rows, ...lists },
    texts: { ids, texts, sums },
  });
}

function fileAt(root: string): string {
  return join(root, ".cache/derived/relations.bin");
}

function sumOfKeys(keys: readonly string[], count: number): string {
  return sumOf(keys.slice(0, count).join("\n"));
}

function sumOf(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
