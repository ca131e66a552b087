import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readNamed } from "../search/index/packed-vectors.ts";
import type { WordVectors } from "../search/index/paper-vectors.ts";

let vectors: WordVectors | undefined;

/** The vectors of words that ship with the engine. */
export function readWordVectors(): WordVectors {
  vectors ??= readNamed(readFileSync(join(import.meta.dirname, "../search/vectors/words.bin")));
  return vectors;
}
