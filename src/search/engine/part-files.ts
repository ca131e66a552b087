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
  /** JSON that was compressed as if it came after the dictionary in another file. */
  text: (path: string, dictionary: string) => Promise<string>;
}

/** Caches the files that `read` returns; a file that failed is read again when it is next needed. */
export function partFiles(read: ReadFile): PartFiles {
  const bytesOf = readOnce<Uint8Array>(read);
  const textOf = readOnce<string>(read);
  return {
    get: (path) => bytesOf(path, (bytes) => decompress([bytes], "gzip")),
    text: async (path, dictionary) => {
      // Both are asked for at once.
      const beginning = bytesOf(dictionary, beginningOfStream);
      const decode = async (bytes: Uint8Array) =>
        soundJson(await decompress([await beginning, bytes], deflated));
      const [text] = await Promise.all([textOf(path, decode), beginning]);
      return text;
    },
  };
}

function readOnce<T>(read: ReadFile) {
  const promises = new Map<string, Promise<T>>();
  return (path: string, decode: (bytes: Uint8Array) => Promise<T>): Promise<T> => {
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
}

/** The JSON after a dictionary. Without a checksum, a damaged stream may be decompressed to something else. */
function soundJson(whole: Uint8Array): string {
  const text = new TextDecoder("utf-8", { fatal: true }).decode(
    whole.subarray(whole.indexOf(0) + 1),
  );
  JSON.parse(text);
  return text;
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
