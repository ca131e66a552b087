import { closeSync, fstatSync, openSync, readSync, writeSync } from "node:fs";
import { crc32 } from "node:zlib";
import { z } from "zod";

/**
 * A file of texts, each under a key: the texts one after the other, an index of them, and a last line of
 * fixed length that says where the index is. What is read is checked by checksums, so that a damaged file
 * is as good as none.
 */
const ending = (at: number, sum: number) =>
  `\n${String(at).padStart(15, "0")} ${sum.toString(16).padStart(8, "0")}\n`;
const endingForm = /^\n(\d{15}) ([0-9a-f]{8})\n$/;
const endingLength = ending(0, 0).length;

const indexShape = z.object({
  version: z.string(),
  /** Key, position, length in bytes and checksum of each text. */
  segments: z.array(z.tuple([z.string(), z.number(), z.number(), z.number()])),
  /** In a file of changes: the checksum of the index of the file that it changes, and keys of texts that are gone. */
  changes: z.object({ of: z.number(), gone: z.array(z.string()) }).exactOptional(),
});

/** What a file of changes says of the file that it changes. */
export type Changes = NonNullable<z.infer<typeof indexShape>["changes"]>;

interface Segment {
  at: number;
  length: number;
  sum: number;
}

/** Texts that lie near each other are read at once. In bytes. */
const windowLength = 1_000_000;
/** Most texts are read in their order, and few that are newer between them. */
const mostWindows = 4;

/** The texts of a file. A file of another version, or that nobody can read, has none. */
export class SegmentReader {
  readonly segments = new Map<string, Segment>();
  /** The checksum of its index. */
  sum = 0;
  changes: Changes | undefined;
  #file: number | undefined;
  #windows: { at: number; bytes: Buffer }[] = [];

  constructor(path: string, version: string) {
    try {
      this.#file = openSync(path, "r");
      const { size } = fstatSync(this.#file);
      const end = this.#read(size - endingLength, endingLength).toString("latin1");
      const [, at, sum] = endingForm.exec(end) ?? [];
      const index = this.#read(Number(at), size - endingLength - Number(at));
      if (crc32(index) !== Number.parseInt(sum ?? "", 16)) return;
      const parsed = indexShape.parse(JSON.parse(index.toString("utf8")));
      if (parsed.version !== version) return;
      this.sum = crc32(index);
      this.changes = parsed.changes;
      for (const [key, start, length, crc] of parsed.segments) {
        this.segments.set(key, { at: start, length, sum: crc });
      }
    } catch {
      this.segments.clear();
    }
  }

  /** The bytes of a text; undefined if they are damaged. */
  bytesOf(key: string): Buffer | undefined {
    const segment = this.segments.get(key);
    if (!segment) return undefined;
    try {
      const bytes = this.#near(segment);
      return crc32(bytes) === segment.sum ? bytes : undefined;
    } catch {
      return undefined;
    }
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
  }

  #near({ at, length }: Segment): Buffer {
    const known = this.#windows.find(
      (one) => at >= one.at && at + length <= one.at + one.bytes.length,
    );
    if (known) return known.bytes.subarray(at - known.at, at - known.at + length);
    const bytes = this.#read(at, Math.max(length, windowLength));
    if (bytes.length < length) throw new RangeError("The file is shorter than its index says.");
    this.#windows = [{ at, bytes }, ...this.#windows].slice(0, mostWindows);
    return bytes.subarray(0, length);
  }

  /** Bytes from a position on, as many as there are. */
  #read(at: number, length: number): Buffer {
    if (this.#file === undefined) throw new Error("The file is not open.");
    const bytes = Buffer.allocUnsafe(length);
    let read = 0;
    while (read < length) {
      const more = readSync(this.#file, bytes, read, length - read, at + read);
      if (more === 0) break;
      read += more;
    }
    return bytes.subarray(0, read);
  }
}

/** Writes a file of texts, piece by piece, so that they need not fit into memory together. */
export class SegmentWriter {
  readonly #file: number;
  readonly #segments: [string, number, number, number][] = [];
  #pending: Uint8Array[] = [];
  #pendingLength = 0;
  #at = 0;

  constructor(path: string) {
    this.#file = openSync(path, "wx");
  }

  add(key: string, bytes: Uint8Array): void {
    this.#segments.push([key, this.#at, bytes.length, crc32(bytes)]);
    this.#put(bytes);
  }

  /** Ends the file with its index. */
  finish(version: string, changes?: Changes): void {
    const index = Buffer.from(JSON.stringify({ version, segments: this.#segments, changes }));
    const last = ending(this.#at, crc32(index));
    this.#put(index);
    this.#put(Buffer.from(last));
    this.#flush();
  }

  close(): void {
    closeSync(this.#file);
  }

  #put(bytes: Uint8Array): void {
    this.#pending.push(bytes);
    this.#pendingLength += bytes.length;
    this.#at += bytes.length;
    if (this.#pendingLength >= windowLength) this.#flush();
  }

  #flush(): void {
    const bytes = Buffer.concat(this.#pending);
    for (let at = 0; at < bytes.length; ) at += writeSync(this.#file, bytes, at);
    this.#pending = [];
    this.#pendingLength = 0;
  }
}
