import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { makeFolder } from "../make-folder.ts";
import { writeFileAtomic } from "../write-file.ts";

/** How many bytes the length of the index takes. */
const lengthSize = 4;

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
  if (all.toString("latin1", 0, end) !== headOf(code, [body])) return undefined;
  const from = lengthSize + body.readUInt32LE(0);
  const index: unknown = JSON.parse(body.toString("utf8", lengthSize, from));
  return { index, bytes: body.subarray(from) };
}

/** Writes an index as JSON, and bytes that it says more about. */
export async function writeKept(
  file: string,
  code: string,
  { index, parts }: { index: unknown; parts: readonly Uint8Array[] },
): Promise<void> {
  const json = Buffer.from(JSON.stringify(index));
  const length = Buffer.alloc(lengthSize);
  length.writeUInt32LE(json.length);
  const body = [length, json, ...parts];
  const head = Buffer.from(`${headOf(code, body)}\n`);
  await makeFolder(dirname(file));
  await writeFileAtomic(file, Buffer.concat([head, ...body]), { fsync: false });
}

/** The first line: a file of other code, or with other bytes after it, has another one. */
function headOf(code: string, body: readonly Uint8Array[]): string {
  const hash = createHash("sha256").update(code);
  for (const part of body) hash.update(part);
  return hash.digest("hex");
}
