import { rename } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { z } from "zod";
import { makeFolder } from "../make-folder.ts";
import type { Workspace } from "../paths.ts";
import { withTemporaryFile } from "../temporary-files.ts";
import { exactJson } from "./exact-json.ts";
import { SegmentReader, SegmentWriter } from "./segments.ts";

/**
 * Values that are derived from an owner's files, kept under `.cache/` by digests of what they were made
 * from. The file may be deleted at any time.
 */
export interface Store<T> {
  get: (key: string) => T | undefined;
  /** Whether there is a value, which then stays. */
  has: (key: string) => boolean;
  set: (key: string, value: T) => void;
}

/** How to open a store. */
export interface StoreOptions<T> {
  /** Values are only those of the same version of what made them. */
  version: string;
  /** A quick look at a value. Its checksum says that it is as it was written. */
  shape: z.ZodType<T>;
  /** Whether all values are made again. */
  isFresh?: boolean;
  /** Whether nothing is written. */
  isReadOnly?: boolean;
}

/**
 * Runs work with a store. Afterwards the store has the values that were read or set, and no others. A disk
 * that is full, or that may not be written to, costs no more than time.
 */
export async function withStore<T, R>(
  { root }: Pick<Workspace, "root">,
  name: string,
  options: StoreOptions<T>,
  work: (store: Store<T>) => Promise<R>,
): Promise<R> {
  const file = join(root, ".cache/derived", `${name}.store`);
  return withTemporaryFile(file, async (temporary) => {
    if (!options.isReadOnly) await makeFolder(dirname(file)).catch(() => undefined);
    const store = new OpenStore(file, temporary, options);
    try {
      const result = await work(store);
      if (store.finish()) await rename(temporary, file).catch(() => undefined);
      return result;
    } finally {
      store.close();
    }
  });
}

class OpenStore<T> implements Store<T> {
  readonly #old: SegmentReader;
  readonly #options: StoreOptions<T>;
  readonly #temporary: string;
  readonly #used = new Set<string>();
  readonly #written = new Set<string>();
  #writer: SegmentWriter | undefined;
  #isBroken = false;

  constructor(file: string, temporary: string, options: StoreOptions<T>) {
    this.#options = options;
    this.#temporary = temporary;
    this.#old = new SegmentReader(file, options.version);
    if (options.isFresh) this.#old.segments.clear();
  }

  get = (key: string): T | undefined => {
    const bytes = this.#old.bytesOf(key);
    if (!bytes) return undefined;
    try {
      const value: unknown = JSON.parse(bytes.toString("utf8"));
      const { data } = this.#options.shape.safeParse(value);
      if (data !== undefined) this.#used.add(key);
      return data;
    } catch {
      return undefined;
    }
  };

  has = (key: string): boolean => {
    if (this.#written.has(key)) return true;
    const isKnown = this.#old.segments.has(key);
    if (isKnown) this.#used.add(key);
    return isKnown;
  };

  set = (key: string, value: T): void => {
    if (this.#options.isReadOnly || this.#isBroken || this.#written.has(key)) return;
    const text = exactJson(value);
    if (text !== undefined) this.#write(key, Buffer.from(text));
  };

  /** Whether there is a new file now, which takes the place of the old one. */
  finish(): boolean {
    if (this.#options.isReadOnly || this.#isBroken) return false;
    const { segments } = this.#old;
    const kept = [...segments.keys()].filter((key) => this.#used.has(key));
    if (this.#written.size === 0 && kept.length === segments.size) return false;
    for (const key of kept) {
      const bytes = this.#written.has(key) ? undefined : this.#old.bytesOf(key);
      if (bytes) this.#write(key, bytes);
    }
    this.#attempt((writer) => writer.finish(this.#options.version));
    this.close();
    return !this.#isBroken;
  }

  close(): void {
    this.#old.close();
    const writer = this.#writer;
    this.#writer = undefined;
    try {
      writer?.close();
    } catch {
      // Some disks say only now that they are full.
      this.#isBroken = true;
    }
  }

  #write(key: string, bytes: Buffer): void {
    this.#attempt((writer) => {
      writer.add(key, bytes);
      this.#written.add(key);
    });
  }

  #attempt(work: (writer: SegmentWriter) => void): void {
    if (this.#isBroken) return;
    try {
      this.#writer ??= new SegmentWriter(this.#temporary);
      work(this.#writer);
    } catch {
      this.#isBroken = true;
    }
  }
}
