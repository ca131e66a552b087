/**
 * A file of the index could not be loaded: the device is offline and has not stored it, or the site
 * was published again since the page was opened. Never show it as "no results".
 */
export class MissingPartError extends Error {
  override name = "MissingPartError";
  /** The file's path under the site's root. */
  readonly part: string;

  constructor(part: string, options?: ErrorOptions) {
    super(`Could not load ${part} of the search index.`, options);
    this.part = part;
  }
}

/** Reads a file of the index by its path under the site's root; rejects if there is none. */
export type ReadFile = (path: string) => Promise<Uint8Array>;

/** The index's files, decompressed, each read once. */
export interface PartFiles {
  get: (path: string) => Promise<Uint8Array>;
}

/** Caches the files that `read` returns; a file that failed is read again when it is next needed. */
export function partFiles(read: ReadFile): PartFiles {
  const promises = new Map<string, Promise<Uint8Array>>();
  return {
    get: (path) => {
      const known = promises.get(path);
      if (known) return known;
      const file = read(path)
        .then(gunzip)
        .catch((cause: unknown) => {
          promises.delete(path);
          throw cause instanceof MissingPartError ? cause : new MissingPartError(path, { cause });
        });
      promises.set(path, file);
      return file;
    },
  };
}

/** The build compresses the files, so that they are small on hosts that do not compress. */
async function gunzip(compressed: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([new Uint8Array(compressed)])
    .stream()
    .pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
