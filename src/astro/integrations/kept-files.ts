/** Files of the site that is being built which are those of the last one, with the checksums that they have there. */
export interface KeptFiles {
  /** The folder of the last site. */
  folder: string;
  /** SHA-256 digests in hexadecimal, by path, of all files of the last site. */
  sums: ReadonlyMap<string, string>;
  /** Paths of the files that both sites have. What gives the site another one adds its path. */
  paths: Set<string>;
}

const key = Symbol.for("offprint.kept-files");
const sumsKey = Symbol.for("offprint.sums-of-files");

/** What this build has of the last site; undefined if it makes everything. */
export function keptFiles(): KeptFiles | undefined {
  // The configuration is in another bundle than the commands, so they would not share a module's variable.
  return Reflect.get(globalThis, key);
}

/** Says of which site a build keeps files. */
export function keepFilesOf(last: Omit<KeptFiles, "paths"> | undefined): void {
  Reflect.set(globalThis, key, last && { ...last, paths: new Set() });
  Reflect.set(globalThis, sumsKey, new Map());
}

/**
 * SHA-256 digests in hexadecimal of files of the site that is being built, by path: of those that nothing changes any more.
 * What has read such a file adds its digest, so that it need not be read again.
 */
export function sumsOfFiles(): Map<string, string> {
  return Reflect.get(globalThis, sumsKey) ?? new Map();
}
