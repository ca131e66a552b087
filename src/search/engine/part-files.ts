/**
 * A part of the index could not be had: the device is offline and has not kept it, or the archive was
 * renewed since the page was opened. Never to be shown as "no results".
 */
export class PartMissing extends Error {
  override name = "PartMissing";
  /** The part's address. */
  readonly part: string;

  constructor(part: string, options?: ErrorOptions) {
    super(`The search index's part ${part} could not be had.`, options);
    this.part = part;
  }
}

/** Reads a file of the index by its path under the site's root; fails where there is none. */
export type ReadFile = (path: string) => Promise<Uint8Array>;

/** The index's files, unpacked, each read once. */
export interface PartFiles {
  get: (path: string) => Promise<Uint8Array>;
}

/** Reads through `read` and remembers; what failed is tried anew when it is asked for again. */
export function partFiles(read: ReadFile): PartFiles {
  const known = new Map<string, Promise<Uint8Array>>();
  return {
    get: (path) => {
      const before = known.get(path);
      if (before) return before;
      const file = read(path)
        .then(unpack)
        .catch((cause: unknown) => {
          known.delete(path);
          throw cause instanceof PartMissing ? cause : new PartMissing(path, { cause });
        });
      known.set(path, file);
      return file;
    },
  };
}

/** Files are packed by us and not by the host, so that they are small on every host. */
async function unpack(packed: Uint8Array): Promise<Uint8Array> {
  const stream = new Blob([new Uint8Array(packed)])
    .stream()
    .pipeThrough(new DecompressionStream("gzip"));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
