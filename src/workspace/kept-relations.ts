import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { RelatedPaper, Relations } from "../archive/related/relate.ts";
import { mostOnList } from "../archive/related/top-lists.ts";
import { makeFolder } from "./make-folder.ts";
import type { Workspace } from "./paths.ts";
import { writeFileAtomic } from "./write-file.ts";

/** The second line of the file. Below it are the nearest papers and their scores, in 32 bits each. */
const head = z.object({
  /** The code that made them. */
  version: z.string(),
  /** The sum of the related papers that they belong to. */
  related: z.string(),
  ids: z.array(z.string()),
  rows: z.array(z.string()),
  texts: z.array(z.string()),
});

/**
 * What relating papers left under `.cache/` for the next time. Undefined if there is nothing, if other code made it, if it
 * does not belong to these related papers, or if the file is damaged.
 */
export async function readRelations(
  { root }: Pick<Workspace, "root">,
  version: string,
  related: Record<string, RelatedPaper[]>,
): Promise<Relations | undefined> {
  const bytes = await readFile(fileAt(root)).catch(() => undefined);
  const ends = bytes && [bytes.indexOf("\n"), bytes.indexOf("\n", bytes.indexOf("\n") + 1)];
  const [first = -1, second = -1] = ends ?? [];
  if (!bytes || first < 0 || second < 0) return undefined;
  const sum = bytes.subarray(0, first).toString("latin1");
  if (sum !== sumOf(bytes.subarray(first + 1))) return undefined;
  const { data } = head.safeParse(JSON.parse(bytes.toString("utf8", first + 1, second)));
  if (data?.version !== version || data.related !== sumOf(JSON.stringify(related)))
    return undefined;
  const numbers = new Uint32Array(Uint8Array.from(bytes.subarray(second + 1)).buffer);
  const lists = {
    papers: numbers.subarray(0, mostOnList * data.ids.length),
    scores: numbers.subarray(mostOnList * data.ids.length),
  };
  return { ids: data.ids, rows: data.rows, texts: data.texts, lists, related };
}

/** Keeps relations for the next time. */
export async function keepRelations(
  { root }: Pick<Workspace, "root">,
  version: string,
  { ids, rows, texts, lists, related }: Relations,
): Promise<void> {
  const first = { version, related: sumOf(JSON.stringify(related)), ids, rows, texts };
  const numbers = [lists.papers, lists.scores].map(({ buffer, byteOffset, byteLength }) =>
    Buffer.from(buffer, byteOffset, byteLength),
  );
  const body = Buffer.concat([Buffer.from(`${JSON.stringify(first)}\n`), ...numbers]);
  await makeFolder(dirname(fileAt(root)));
  const sum = Buffer.from(`${sumOf(body)}\n`);
  await writeFileAtomic(fileAt(root), Buffer.concat([sum, body]), { fsync: false });
}

function fileAt(root: string): string {
  return join(root, ".cache/derived/relations.bin");
}

function sumOf(bytes: string | Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}
