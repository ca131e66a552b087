import { rename, rm } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "zod";
import { makeFolder } from "../make-folder.ts";
import type { Workspace } from "../paths.ts";
import { withTemporaryFile } from "../temporary-files.ts";
import { exactJson } from "./exact-json.ts";
import { KeptSegments, type StoreFiles } from "./kept-segments.ts";
import { SegmentWriter } from "./segments.ts";

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
  const folder = join(root, ".cache/derived");
  const files = {
    whole: join(folder, `${name}.store`),
    changes: join(folder, `${name}.changes.store`),
  };
  return withTemporaryFile(files.whole, async (temporary) => {
    if (!options.isReadOnly) await makeFolder(folder).catch(() => undefined);
    const store = new OpenStore(files, temporary, options);
    try {
      const result = await work(store);
      const made = store.finish();
      if (made) await rename(temporary, files[made]).catch(() => undefined);
      if (made === "whole") await rm(files.changes, { force: true }).catch(() => undefined);
      return result;
    } finally {
      store.close();
    }
  });
}

class OpenStore<T> implements Store<T> {
  readonly #old: KeptSegments;
  readonly #options: StoreOptions<T>;
  readonly #temporary: string;
  readonly #used = new Set<string>();
  readonly #written = new Set<string>();
  #bytes = 0;
  #writer: SegmentWriter | undefined;
  #isBroken = false;

  constructor(files: StoreFiles, temporary: string, options: StoreOptions<T>) {
    this.#options = options;
    this.#temporary = temporary;
    this.#old = new KeptSegments(files, options.version);
    if (options.isFresh) this.#old.clear();
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
    const isKnown = this.#old.has(key);
    if (isKnown) this.#used.add(key);
    return isKnown;
  };

  set = (key: string, value: T): void => {
    if (this.#options.isReadOnly || this.#isBroken || this.#written.has(key)) return;
    const text = exactJson(value);
    if (text !== undefined) this.#write(key, Buffer.from(text));
  };

  /** Ends the new file, if there is one now, and says which old one it takes the place of. */
  finish(): keyof StoreFiles | undefined {
    if (this.#options.isReadOnly || this.#isBroken) return undefined;
    const written = this.#written;
    const added = {
      has: (key: string) => written.has(key),
      size: written.size,
      bytes: this.#bytes,
    };
    const plan = this.#old.planOf((key) => this.#used.has(key), added);
    if (!plan) return undefined;
    for (const key of plan.repeated) {
      const bytes = this.#old.bytesOf(key);
      if (bytes) this.#write(key, bytes);
    }
    this.#attempt((writer) => writer.finish(this.#options.version, plan.changes));
    this.close();
    if (this.#isBroken) return undefined;
    return plan.changes ? "changes" : "whole";
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
      this.#bytes += bytes.length;
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
