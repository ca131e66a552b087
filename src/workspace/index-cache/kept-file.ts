import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { makeFolder } from "../make-folder.ts";
import { writeFileAtomic } from "../write-file.ts";

/** A list of numbers that begins at a multiple of this can be read without a copy. */
const alignment = 4;

/**
 * Reads what `writeKept` wrote for the same code. Undefined if there is no such file, or if it is damaged:
 * everything in it is covered by a checksum.
 */
export async function readKept(
  file: string,
  code: string,
): Promise<{ index: unknown; bytes: Uint8Array } | undefined> {
  const all = await readFile(file).catch(() => undefined);
  const end = all?.indexOf("\n") ?? -1;
  if (!all || end < 0) return undefined;
  const body = all.subarray(end + 1);
  if (all.toString("latin1", 0, end) !== headOf(code, body)) return undefined;
  const length = body.readUInt32LE(0);
  const index: unknown = JSON.parse(body.toString("utf8", 4, 4 + length));
  return { index, bytes: new Uint8Array(body.subarray(4 + length)) };
}

/** Writes an index as JSON, and bytes that it says more about. */
export async function writeKept(
  file: string,
  code: string,
  { index, parts }: { index: unknown; parts: readonly Uint8Array[] },
): Promise<void> {
  const json = Buffer.from(JSON.stringify(index));
  const length = Buffer.alloc(alignment);
  length.writeUInt32LE(json.length);
  const body = Buffer.concat([length, json, ...parts]);
  await makeFolder(dirname(file));
  const head = Buffer.from(`${headOf(code, body)}\n`);
  await writeFileAtomic(file, Buffer.concat([head, body]), { fsync: false });
}

/** The first line: a file of other code, or with other bytes after it, has another one. */
function headOf(code: string, body: Uint8Array): string {
  return createHash("sha256").update(code).update(body).digest("hex");
}
