import { fnv1a } from "../text/fnv1a.ts";

/**
 * The first 24 bits of an id's hash. Shared links contain them, so they must never
 * change.
 */
export function shortIdHash(id: string): number {
  const hash = fnv1a(id);
  return (hash >>> 24) ^ (hash & 0xffffff);
}
