import { fnv1a } from "../../text/fnv1a.ts";
import { precision, type TermVectors } from "../terms/term-vectors.ts";

/**
 * Two hashes of each row of vectors, one after the other. Rows with the same terms and weights in the same order have the
 * same ones, whatever numbers the terms have; others have, with hardly any exception among a million.
 */
export function rowHashes({ ids, keys, starts, terms, weights }: TermVectors): Uint32Array {
  const hashes = new Uint32Array(2 * ids.length);
  const hashOf = new Float64Array(keys.length).fill(-1);
  for (let paper = 0; paper < ids.length; paper++) {
    let [one, other] = [0x811c9dc5, 0x9e3779b9];
    for (let at = starts[paper] ?? 0; at < (starts[paper + 1] ?? 0); at++) {
      const term = terms[at] ?? 0;
      // Only of terms that are in use.
      if ((hashOf[term] ?? 0) < 0) hashOf[term] = fnv1a(keys[term] ?? "");
      const key = hashOf[term] ?? 0;
      const weight = (weights[at] ?? 0) * precision;
      one = Math.imul(Math.imul(one ^ key, 0x01000193) ^ weight, 0x85ebca6b);
      other = Math.imul((other ^ (other >>> 15)) + key, 0xc2b2ae35) + Math.imul(weight, 0x27d4eb2f);
    }
    hashes[2 * paper] = one;
    hashes[2 * paper + 1] = other;
  }
  return hashes;
}
