import { createHash } from "node:crypto";
import { readFileSync, statSync } from "node:fs";
import { z } from "zod";
import type { Workspace } from "../paths.ts";
import { whyUnread } from "../why-unread.ts";
import { readRecordSync, writeRecord } from "./record.ts";

/** The digest of a file's content, and how the file was when it was read. */
interface Known {
  stamp: string;
  digest: Uint8Array;
}

const name = "files";
/** Paths, stamps and digests, one after the other. A wrong stamp is that of no file. */
const shape = z.custom<string[]>(
  (value) => Array.isArray(value) && value.every((one) => typeof one === "string"),
);

/**
 * In milliseconds. Some disks count only seconds, so a file that was just written may change again without another
 * stamp.
 */
const settled = 3000;

/**
 * The digests of files by their paths. A file is read again only if its size, its times or its number on the disk are
 * others than when it was read: nobody can set the time of its last change back.
 */
export class FileDigests {
  readonly #known = new Map<string, Known>();
  /** Those that were asked for since they were last kept. */
  #used = new Map<string, Known>();
  #hasNew = false;

  readonly #now: () => number;

  constructor(workspace: Pick<Workspace, "root">, now: () => number = Date.now) {
    this.#now = now;
    const kept = readRecordSync(workspace, name, shape) ?? [];
    for (let at = 0; at + 2 < kept.length; at += 3) {
      const [file = "", stamp = "", digest = ""] = kept.slice(at, at + 3);
      this.#known.set(file, { stamp, digest: Buffer.from(digest, "base64") });
    }
  }

  /** The digest of a file, of fixed length; of one that cannot be read, why, and when it was changed. */
  digestOf(file: string): Uint8Array | string {
    try {
      const before = stampOf(file);
      const known = this.#known.get(file);
      if (known !== undefined && known.stamp === before.stamp) {
        this.#used.set(file, known);
        return known.digest;
      }
      const digest = createHash("sha256").update(readFileSync(file)).digest();
      const made = { stamp: before.stamp, digest };
      if (this.#now() - before.changed > settled && stampOf(file).stamp === before.stamp) {
        this.#known.set(file, made);
        this.#used.set(file, made);
        this.#hasNew = true;
      }
      return digest;
    } catch (error) {
      return `${whyUnread(error)} ${statSync(file, { throwIfNoEntry: false })?.mtimeMs}`;
    }
  }

  /** Keeps the digests that were asked for, for the next command. */
  async keep(workspace: Pick<Workspace, "root">): Promise<void> {
    if (!this.#hasNew) return;
    const list = [...this.#used].flatMap(([file, { stamp, digest }]) => [
      ...[file, stamp, Buffer.from(digest).toString("base64")],
    ]);
    this.#hasNew = false;
    await writeRecord(workspace, name, list);
  }
}

/** What changes whenever a file does, and when it last did, in milliseconds. */
function stampOf(file: string): { stamp: string; changed: number } {
  const { dev, ino, size, mtimeNs, ctimeNs } = statSync(file, { bigint: true });
  return {
    stamp: [dev, ino, size, mtimeNs, ctimeNs].join(" "),
    changed: Math.max(Number(mtimeNs), Number(ctimeNs)) / 1e6,
  };
}
