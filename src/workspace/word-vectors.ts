import { readFileSync } from "node:fs";
import { join } from "node:path";
import { readNamed } from "../search/index/packed-vectors.ts";
import type { WordVectors } from "../search/index/paper-vectors.ts";
import { VarintReader } from "../search/index/varint.ts";

let vectors: WordVectors | undefined;

/** The vectors of words that ship with the engine. */
export function readWordVectors(): WordVectors {
  const file = join(import.meta.dirname, "../search/vectors/words.bin");
  vectors ??= readNamed(new VarintReader(readFileSync(file)));
  return vectors;
}
