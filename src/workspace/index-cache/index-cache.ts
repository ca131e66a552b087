import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { IndexedWords } from "../../search/index/indexed-words.ts";
import { filesAt } from "../derived-cache.ts";
import type { Workspace } from "../paths.ts";
import { type FileList, KeptFiles } from "./kept-files.ts";
import { keepWords, type LastWords, noWords, readWords } from "./kept-words.ts";

/** What the last build of the search index left, and what this one leaves. */
export interface IndexCache {
  words: LastWords;
  files: KeptFiles;
  /** Keeps the words of papers by the digests of their sources. */
  keepWords: (digests: readonly string[], words: IndexedWords) => Promise<void>;
  /** Keeps the files, of which those in the list are the whole index that the key stands for. */
  keepFiles: (key: string, list: FileList) => Promise<void>;
}

/** Has nothing, and keeps nothing. */
export function noIndexCache(): IndexCache {
  const nothing = async () => {};
  return { words: noWords(), files: new KeptFiles(), keepWords: nothing, keepFiles: nothing };
}

/** The code that makes the index, and the packages that it uses. */
const code = [
  "src/archive",
  "src/math",
  "src/notes",
  "src/schemas",
  "src/search",
  "src/text",
  "src/workspace",
  "package.json",
  "package-lock.json",
];

/** Opens what the last build left under `.cache/`. It is not used if it is damaged, or made by other code. */
export async function openIndexCache({ root }: Pick<Workspace, "root">): Promise<IndexCache> {
  const folder = join(root, ".cache/derived");
  const wordsFile = join(folder, "search-words.bin");
  const filesFile = join(folder, "search-files.bin");
  const digest = await codeDigest();
  const files = await KeptFiles.read(filesFile, digest);
  return {
    words: await readWords(wordsFile, digest),
    files,
    keepWords: (digests, words) => keepWords(wordsFile, digest, digests, words),
    keepFiles: (key, list) => files.save(filesFile, digest, { key, list }),
  };
}

/** The folder of the engine. */
const engine = join(import.meta.dirname, "../../..");

async function codeDigest(): Promise<string> {
  // zlib compresses the files.
  const hash = createHash("sha256").update(process.versions.zlib);
  const parts = code.filter((part) => existsSync(join(engine, part)));
  for (const path of (await Promise.all(parts.map((part) => filesAt(engine, part)))).flat()) {
    hash.update(path).update(await readFile(join(engine, path)));
  }
  return hash.digest("hex");
}
