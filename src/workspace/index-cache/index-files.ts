import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { partsFolder } from "../../search/engine/paths.ts";
import type { FileList, KeptFiles } from "./kept-files.ts";

/** The folder of parts while their version, which is a digest of all, is not known. */
const making = "making";

/** Writes the files of an index, compressed, as they are made, so that they are not in memory together. */
export class IndexFiles {
  /** How many bytes were written. */
  bytes = 0;
  private readonly folder: string;
  private readonly kept: KeptFiles;
  private readonly digest = createHash("sha256");
  private readonly written: { pathOf: (version: string) => string; key: string }[] = [];
  private readonly folders = new Set<string>();

  constructor(folder: string, kept: KeptFiles) {
    this.folder = folder;
    this.kept = kept;
  }

  /** Compresses and writes a file that is in no folder of a version. Returns its compressed size. */
  add(path: string, data: string | Uint8Array): number {
    return this.addBytes(
      () => path,
      keyOf(data),
      () => data,
    ).length;
  }

  /** The same for a part. */
  addPart(pathOf: (version: string) => string, data: string | Uint8Array): void {
    this.digest.update(this.addBytes(pathOf, keyOf(data), () => data));
  }

  /** The same for a part that is made only if the last build had none under its key. */
  addMade(pathOf: (version: string) => string, key: string, make: () => string): void {
    this.digest.update(this.addBytes(pathOf, key, make));
  }

  /** The version of all parts, and of a file that names them. */
  versionWith(root: Uint8Array): string {
    return this.digest.update(root).digest("hex").slice(0, 10);
  }

  /** Moves the parts into the folder of their version. Returns all files with their keys. */
  async finish(version: string): Promise<FileList> {
    const target = join(this.folder, partsFolder(version));
    await rm(target, { recursive: true, force: true });
    await rename(join(this.folder, partsFolder(making)), target);
    return this.written.map(({ pathOf, key }) => [pathOf(version), key]);
  }

  private addBytes(
    pathOf: (version: string) => string,
    key: string,
    make: () => string | Uint8Array,
  ): Uint8Array {
    const bytes = this.kept.get(key, () => compress(make()));
    this.written.push({ pathOf, key });
    this.write(pathOf(making), bytes);
    return bytes;
  }

  /** Writes bytes as they are. */
  write(path: string, bytes: Uint8Array): void {
    const file = join(this.folder, path);
    const parent = dirname(file);
    if (!this.folders.has(parent)) mkdirSync(parent, { recursive: true });
    this.folders.add(parent);
    writeFileSync(file, bytes);
    this.bytes += bytes.length;
  }
}

/** The key of what is made from data alone. */
function keyOf(data: string | Uint8Array): string {
  return createHash("sha256").update(data).digest("base64url").slice(0, 24);
}

function compress(data: string | Uint8Array): Uint8Array {
  // Higher levels take three times as long for one byte in a hundred.
  return gzipSync(data, { level: 6 });
}
