import { putDigest, readDigest } from "./part-list.ts";
import { splitSteadily } from "./split-steadily.ts";
import { putText, putVarint, type VarintReader } from "./varint.ts";

/**
 * The chunks of the word index in the order of their keys, each with a text that is after all keys before and not
 * after its own: by the names of Pagefind's chunks, or by the digests in the paths of packed keys. Those with a further digest
 * are large, and their term frequencies are stored in a smaller file, in whose path the digest is.
 */
export type ChunkList = [start: string, chunk: string, frequencies?: string][];

/** More chunks than this are listed in files, so that each search does not load a list of all. */
const mostInRoot = 1500;
const chunksPerList = 128;

/** Splits a long list of chunks into lists for files; none if the archive's first file can have them all. */
export function chunkLists(chunks: ChunkList): ChunkList[] {
  if (chunks.length <= mostInRoot) return [];
  return splitSteadily(chunks, { size: chunksPerList, nameOf: ([start]) => start });
}

/** The digits of a hash, 4 bits each. */
const hexadecimal = /^[0-9a-f]+$/;

/**
 * Encodes a list of chunks, one kind of value after the other: gzip finds more in values of one kind, and the
 * hashes in names, half of the list, have nothing to find.
 */
export function putChunkList(bytes: number[], chunks: ChunkList): void {
  putVarint(bytes, chunks.length);
  const starts = chunks.map(([start], at) => sharedBeginning(chunks[at - 1]?.[0] ?? "", start));
  for (const { shared } of starts) putVarint(bytes, shared);
  for (const { rest } of starts) putText(bytes, rest);
  for (const [, , frequencies] of chunks) putVarint(bytes, frequencies === undefined ? 0 : 1);
  for (const [, , frequencies] of chunks)
    if (frequencies !== undefined) putDigest(bytes, frequencies);
  const head = headOf(chunks[0]?.[1] ?? "");
  const hashes = chunks.map(([, name]) => (name.startsWith(head) ? name.slice(head.length) : ""));
  const isHash = hashes.map((hash) => hexadecimal.test(hash));
  putText(bytes, head);
  for (const [at, hash] of hashes.entries()) putVarint(bytes, isHash[at] ? hash.length : 0);
  for (const [at, [, name]] of chunks.entries()) if (!isHash[at]) putText(bytes, name);
  const digits = hashes.filter((_, at) => isHash[at]).join("");
  for (let at = 0; at < digits.length; at += 2) {
    bytes.push(Number.parseInt(digits.slice(at, at + 2).padEnd(2, "0"), 16));
  }
}

/** Decodes what `putChunkList` wrote. */
export function readChunkList(reader: VarintReader): ChunkList {
  const count = reader.number();
  const shared = reader.numbers(count);
  const rests = shared.map(() => reader.text());
  const frequencies = reader
    .numbers(count)
    .map((isLarge) => (isLarge ? readDigest(reader) : undefined));
  const head = reader.text();
  const lengths = reader.numbers(count);
  const others = lengths.map((length) => (length > 0 ? "" : reader.text()));
  const digits = reader.bytes(Math.ceil(lengths.reduce((sum, length) => sum + length, 0) / 2));
  const hashes = [...digits].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  let [start, at] = ["", 0];
  return lengths.map((length, chunk) => {
    start = [...start].slice(0, shared[chunk]).join("") + (rests[chunk] ?? "");
    const name = length > 0 ? head + hashes.slice(at, at + length) : (others[chunk] ?? "");
    at += length;
    const digest = frequencies[chunk];
    return digest === undefined ? [start, name] : [start, name, digest];
  });
}

/** How many characters two texts begin with alike, and the rest of the second one. */
function sharedBeginning(before: string, text: string): { shared: number; rest: string } {
  const [one, other] = [[...before], [...text]];
  let shared = 0;
  while (shared < other.length && other[shared] === one[shared]) shared += 1;
  return { shared, rest: other.slice(shared).join("") };
}

/** What names begin with before their hash: `und_`. */
function headOf(name: string): string {
  return name.slice(0, name.indexOf("_") + 1);
}
