import { createHash } from "node:crypto";
import { existsSync, readFileSync, realpathSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { z } from "zod";
import type { Message } from "../../schemas/message.ts";
import { makeFolder } from "../make-folder.ts";
import type { Workspace } from "../paths.ts";
import { writeFileAtomic } from "../write-file.ts";

/** A message in a record of a command that has ended. */
export const recordedMessage: z.ZodType<Message> = z.object({
  rule: z.string(),
  severity: z.enum(["error", "warning", "info"]),
  reason: z.string(),
  place: z.object({ file: z.string(), line: z.number().exactOptional() }).exactOptional(),
  hint: z.string().exactOptional(),
});

function fileOf({ root }: Pick<Workspace, "root">, name: string): string {
  return join(root, ".cache/unchanged", `${name}.json`);
}

/** The name of a record about a folder, the same by whatever links the folder is named. */
export function recordAbout(kind: string, folder: string): string {
  const real = existsSync(folder) ? realpathSync(folder) : folder;
  return `${kind}-${createHash("sha256").update(real).digest("hex").slice(0, 12)}`;
}

/** What a command recorded when it last ended; undefined if it did not, or if nobody can read it. */
export async function readRecord<T>(
  workspace: Pick<Workspace, "root">,
  name: string,
  shape: z.ZodType<T>,
): Promise<T | undefined> {
  try {
    const value: unknown = JSON.parse(await readFile(fileOf(workspace, name), "utf8"));
    return shape.safeParse(value).data;
  } catch {
    return undefined;
  }
}

/** The same at once, for a caller that cannot wait. */
export function readRecordSync<T>(
  workspace: Pick<Workspace, "root">,
  name: string,
  shape: z.ZodType<T>,
): T | undefined {
  try {
    const value: unknown = JSON.parse(readFileSync(fileOf(workspace, name), "utf8"));
    return shape.safeParse(value).data;
  } catch {
    return undefined;
  }
}

/** Replaces a record. It can be made again, so a disk that is full costs no more than time. */
export async function writeRecord(
  workspace: Pick<Workspace, "root">,
  name: string,
  value: object,
): Promise<void> {
  const file = fileOf(workspace, name);
  try {
    await makeFolder(dirname(file));
    await writeFileAtomic(file, JSON.stringify(value), { fsync: false });
  } catch {
    // The next run makes everything again.
  }
}
