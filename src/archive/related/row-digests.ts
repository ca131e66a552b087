import { createHash } from "node:crypto";
import type { TermVectors } from "../terms/term-vectors.ts";

/** A digest of each paper's row, of all that its comparison with another row depends on. */
export function rowDigests({ ids, keys, starts, terms, weights }: TermVectors): string[] {
  return ids.map((_, paper) => {
    let text = "";
    for (let at = starts[paper] ?? 0; at < (starts[paper + 1] ?? 0); at++) {
      text += `\n${keys[terms[at] ?? 0]} ${weights[at]}`;
    }
    return shortDigest(text);
  });
}

/** A digest in Base64 that is long enough for all texts of an archive. */
export function shortDigest(text: string): string {
  return createHash("sha256").update(text).digest("base64").slice(0, 22);
}
