import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { dirname } from "node:path";
import { z } from "zod";
import { makeFolder } from "./make-folder.ts";
import { writeFileAtomic } from "./write-file.ts";

/** Long lists by name: of numbers, and of texts without line breaks. */
export interface KeptArrays {
  numbers: Record<string, Uint32Array | Float32Array>;
  texts: Record<string, readonly string[]>;
}

/** The second line of a file. Below it are all lists, each as many bytes as it says. */
const head = z.object({
  version: z.string(),
  lists: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(["whole", "real", "texts"]),
      bytes: z.number(),
      length: z.number(),
    }),
  ),
});

/** The bytes of the first line, with its break. */
const sumLength = 65;

/** Keeps lists for the next time, without the cost of JSON. */
export async function keepArrays(
  file: string,
  version: string,
  { numbers, texts }: KeptArrays,
): Promise<void> {
  const lists: z.infer<typeof head>["lists"] = [];
  const parts: Uint8Array[] = [];
  for (const [name, list] of Object.entries(numbers)) {
    const bytes = new Uint8Array(list.buffer, list.byteOffset, list.byteLength);
    const kind = list instanceof Uint32Array ? "whole" : "real";
    lists.push({ name, kind, bytes: bytes.length, length: list.length });
    parts.push(bytes);
  }
  for (const [name, list] of Object.entries(texts)) {
    const bytes = Buffer.from(list.join("\n"));
    lists.push({ name, kind: "texts", bytes: bytes.length, length: list.length });
    parts.push(bytes);
  }
  const about = JSON.stringify({ version, lists });
  // Spaces, so that numbers begin where they can be read without being copied.
  const first = Buffer.from(`${about}${" ".repeat(3 - ((sumLength + about.length) % 4))}\n`);
  const sum = Buffer.from(`${sumOf([first, ...parts])}\n`);
  await makeFolder(dirname(file));
  await writeFileAtomic(file, Buffer.concat([sum, first, ...parts]), { fsync: false });
}

/** The lists that were kept; undefined if there are none of this version, if one is given, or the file is damaged. */
export async function readArrays(file: string, version?: string): Promise<KeptArrays | undefined> {
  const bytes = await readFile(file).catch(() => undefined);
  if (!bytes) return undefined;
  const first = bytes.indexOf("\n") + 1;
  const body = bytes.indexOf("\n", first) + 1;
  if (first === 0 || body === 0) return undefined;
  if (bytes.toString("latin1", 0, first - 1) !== sumOf([bytes.subarray(first)])) return undefined;
  const { data } = head.safeParse(JSON.parse(bytes.toString("utf8", first, body)));
  if (!data || (version !== undefined && data.version !== version)) return undefined;
  const kept: KeptArrays = { numbers: {}, texts: {} };
  let at = body;
  for (const { name, kind, bytes: size, length } of data.lists) {
    const part = bytes.subarray(at, at + size);
    at += size;
    if (kind === "texts") kept.texts[name] = length === 0 ? [] : part.toString("utf8").split("\n");
    else {
      const { buffer, byteOffset } = part.byteOffset % 4 === 0 ? part : new Uint8Array(part);
      const numbers = kind === "whole" ? Uint32Array : Float32Array;
      kept.numbers[name] = new numbers(buffer, byteOffset, size / 4);
    }
  }
  return kept;
}

/** The list of whole numbers with a name; empty if there is none. */
export function wholeNumbers({ numbers }: KeptArrays, name: string): Uint32Array {
  const list = numbers[name];
  return list instanceof Uint32Array ? list : new Uint32Array();
}

/** The same for real numbers. */
export function realNumbers({ numbers }: KeptArrays, name: string): Float32Array {
  const list = numbers[name];
  return list instanceof Float32Array ? list : new Float32Array();
}

function sumOf(parts: readonly Uint8Array[]): string {
  const hash = createHash("sha256");
  for (const part of parts) hash.update(part);
  return hash.digest("hex");
}

/** Whether what is kept need not be written again: few of its texts are not there any more, or none at all. */
export function isNearlyAsKept(kept: readonly string[], now: readonly string[]): boolean {
  const all = new Set(kept);
  const others = now.reduce((sum, text) => (all.has(text) ? sum : sum + 1), 0);
  return 100 * others <= kept.length;
}
