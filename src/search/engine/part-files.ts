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
  /** A text that was compressed as if it came after the dictionary in another file. */
  text: (path: string, dictionary: string) => Promise<string>;
}

/** Caches the files that `read` returns; a file that failed is read again when it is next needed. */
export function partFiles(read: ReadFile): PartFiles {
  const promises = new Map<string, Promise<Uint8Array>>();
  const once = (path: string, decode: (bytes: Uint8Array) => Promise<Uint8Array>) => {
    const known = promises.get(path);
    if (known) return known;
    const file = read(path)
      .then(decode)
      .catch((cause: unknown) => {
        promises.delete(path);
        throw cause instanceof MissingPartError ? cause : new MissingPartError(path, { cause });
      });
    promises.set(path, file);
    return file;
  };
  return {
    get: (path) => once(path, (bytes) => decompress([bytes], "gzip")),
    text: async (path, dictionary) => {
      // Both are asked for at once.
      const beginning = once(dictionary, beginningOfStream);
      const decode = async (bytes: Uint8Array) => decompress([await beginning, bytes], deflated);
      const [whole] = await Promise.all([once(path, decode), beginning]);
      return new TextDecoder("utf-8").decode(whole.subarray(whole.indexOf(0) + 1));
    },
  };
}

const deflated = "deflate-raw";
/** The last block of a stream, without bytes. */
const endOfStream = Uint8Array.of(3, 0);

/** Makes sure of what other files are decompressed after: it might be a page of a captive portal. */
async function beginningOfStream(bytes: Uint8Array): Promise<Uint8Array> {
  await decompress([bytes, endOfStream], deflated);
  return bytes;
}

/** The build compresses the files, so that they are small on hosts that do not compress. */
async function decompress(
  parts: readonly Uint8Array[],
  format: CompressionFormat,
): Promise<Uint8Array> {
  const stream = new Blob(parts.map((part) => new Uint8Array(part)))
    .stream()
    .pipeThrough(new DecompressionStream(format));
  return new Uint8Array(await new Response(stream).arrayBuffer());
}
