/**
 * A 32-bit hash of a text (FNV-1a over UTF-16 code units). Hashes are stored on readers' devices and
 * in the restorer's weights, so the function never changes.
 */
export function fnv1a(text: string, offsetBasis = 0x811c9dc5): number {
  let hash = offsetBasis;
  for (let at = 0; at < text.length; at += 1) {
    hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  }
  return hash >>> 0;
}
