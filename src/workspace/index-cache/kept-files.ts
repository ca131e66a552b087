import { z } from "zod";
import { readKept, writeKept } from "./kept-file.ts";

/** All files of an index, by their paths; each with the key under which its bytes are kept. */
export type FileList = [path: string, key: string][];

const shape = z.object({
  /** The key and the length of each file's bytes, which are one after the other. */
  files: z.array(z.tuple([z.string(), z.number()])),
  whole: z.object({ key: z.string(), list: z.array(z.tuple([z.string(), z.string()])) }).optional(),
});

/** Compressed files of the last index, by what they were made from, and those that this one has. */
export class KeptFiles {
  private readonly last = new Map<string, Uint8Array>();
  private readonly present = new Map<string, Uint8Array>();
  private whole: { key: string; list: FileList } | undefined;
  private isNew = false;

  /** Reads the files of the last build; none if they are damaged or made by other code. */
  static async read(file: string, code: string): Promise<KeptFiles> {
    const found = new KeptFiles();
    const kept = await readKept(file, code);
    const index = shape.safeParse(kept?.index).data;
    if (!kept || !index) return found;
    let at = 0;
    for (const [key, length] of index.files) {
      found.last.set(key, kept.bytes.subarray(at, at + length));
      at += length;
    }
    found.whole = index.whole;
    return found;
  }

  /** The bytes under a key, which `make` makes if the last build had none. */
  get(key: string, make: () => Uint8Array): Uint8Array {
    const known = this.present.get(key) ?? this.last.get(key);
    const bytes = known ?? make();
    if (!known) this.isNew = true;
    this.present.set(key, bytes);
    return bytes;
  }

  /** The files of the whole index if it was made from the same; undefined otherwise. */
  wholeOf(key: string): { path: string; bytes: Uint8Array }[] | undefined {
    if (this.whole?.key !== key) return undefined;
    const files = this.whole.list.map(([path, one]) => ({ path, bytes: this.last.get(one) }));
    return files.every(hasBytes) ? files : undefined;
  }

  /** Keeps what this build has, and nothing else. */
  async save(file: string, code: string, whole: { key: string; list: FileList }): Promise<void> {
    const isSame = !this.isNew && this.present.size === this.last.size;
    if (isSame && this.whole?.key === whole.key) return;
    const files = [...this.present].map(([key, { length }]) => [key, length]);
    await writeKept(file, code, { index: { files, whole }, parts: [...this.present.values()] });
  }
}

function hasBytes(file: {
  path: string;
  bytes: Uint8Array | undefined;
}): file is { path: string; bytes: Uint8Array } {
  return file.bytes !== undefined;
}
