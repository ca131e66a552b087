import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { type PartKind, partPath, type WordKind } from "../../search/engine/paths.ts";
import { digestDigits, type PartGroups } from "../../search/index/part-list.ts";
import type { FileList, KeptFiles } from "./kept-files.ts";

/** A file of a group: what it has, and a key that is the same for the same. */
export interface PartToWrite {
  key: string;
  make: () => string | Uint8Array;
  /** How it is compressed, if not by gzip. */
  compress?: (data: string | Uint8Array) => Uint8Array;
}

/** Writes the files of an index, compressed, as they are made, so that they are not in memory together. */
export class IndexFiles {
  /** How many bytes were written. */
  bytes = 0;
  /** All files with their keys. */
  readonly list: FileList = [];
  /** The files that were not written, since the last site has the same. */
  readonly same: string[] = [];
  /** SHA-256 digests in hexadecimal of the files of the last site, by path. */
  private readonly last: ReadonlyMap<string, string>;
  private readonly folder: string;
  private readonly kept: KeptFiles;
  private readonly folders = new Set<string>();
  private readonly paths = new Set<string>();

  constructor(folder: string, kept: KeptFiles, last: ReadonlyMap<string, string>) {
    this.folder = folder;
    this.kept = kept;
    this.last = last;
  }

  /** Compresses and writes a file. Returns its compressed size. */
  add(path: string, data: string | Uint8Array): number {
    const { key, make } = part(data);
    const bytes = this.compressed({ key, make });
    this.addBytes(path, key, bytes);
    return bytes.length;
  }

  /** The same for the files of a group, whose digest is in their paths. Parts that the last build had are not made. */
  addGroup(kind: PartKind | WordKind, parts: readonly PartToWrite[]): PartGroups[number] {
    const files = parts.map((one) => ({ key: one.key, bytes: this.compressed(one) }));
    const hash = createHash("sha256");
    for (const { bytes } of files) hash.update(`${bytes.length} `).update(bytes);
    const digest = hash.digest("hex").slice(0, digestDigits);
    for (const [number, { key, bytes }] of files.entries()) {
      this.addBytes(partPath(kind, digest, number), key, bytes);
    }
    return [digest, files.length];
  }

  private compressed({ key, make, compress = gzip }: PartToWrite): Uint8Array {
    return this.kept.get(key, () => compress(make()));
  }

  private addBytes(path: string, key: string, bytes: Uint8Array): void {
    // Groups with the same files have the same paths.
    if (this.paths.has(path)) return;
    this.paths.add(path);
    this.list.push([path, key]);
    this.write(path, bytes);
  }

  /** Writes bytes as they are, unless the last site has them. */
  write(path: string, bytes: Uint8Array): void {
    this.bytes += bytes.length;
    const known = this.last.get(path);
    if (known !== undefined && known === createHash("sha256").update(bytes).digest("hex")) {
      this.same.push(path);
      return;
    }
    const file = join(this.folder, path);
    const parent = dirname(file);
    if (!this.folders.has(parent)) mkdirSync(parent, { recursive: true });
    this.folders.add(parent);
    writeFileSync(file, bytes);
  }
}

/** What is made from data alone. */
export function part(data: string | Uint8Array): PartToWrite {
  return { key: keyOf(data), make: () => data };
}

function keyOf(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("base64url").slice(0, 24);
}

function gzip(data: string | Uint8Array): Uint8Array {
  // Higher levels take three times as long for one byte in a hundred.
  return gzipSync(data, { level: 6 });
}
