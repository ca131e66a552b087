import { createHash } from "node:crypto";
import { joinVectors, splitVectors } from "../../search/index/packed-vectors.ts";
import type { KeepCentres } from "../../search/index/paper-vectors.ts";
import { readEnglishStems } from "../english-words.ts";
import type { KeptFiles } from "./kept-files.ts";

/** The stems of English words. To find them takes longer than the words of a small archive. */
export function englishStems(files: KeptFiles): string[] {
  const find = () => new TextEncoder().encode(JSON.stringify(readEnglishStems()));
  const stems: string[] = JSON.parse(new TextDecoder("utf-8").decode(files.get("english", find)));
  return stems;
}

/** Keeps the centres of groups of papers by a digest of the papers' vectors, which an edited note leaves as they were. */
export function centresIn(files: KeptFiles): KeepCentres {
  return (vectors, make) => {
    const hash = createHash("sha256");
    for (const { buffer, byteOffset, byteLength } of vectors) {
      hash.update(new Uint8Array(buffer, byteOffset, byteLength));
    }
    const key = `centres ${hash.digest("base64url")}`;
    return splitVectors(files.get(key, () => joinVectors(make())));
  };
}
