import { fnv1a } from "../../text/fnv1a.ts";

/** The prefix of a paper's own key. */
const paperPrefix = "ⴱ";

/** Another offset basis gives a second hash. */
const secondBasis = 0x1b873593;

/**
 * The key by which a reader's lists find a paper. It has 41 bits of hash, so that a collision among a
 * million papers is unlikely.
 */
export function paperKey(id: string): string {
  const [high, low] = [fnv1a(id), fnv1a(id, secondBasis) >>> 23];
  return paperPrefix + (high * 512 + low).toString(36);
}
