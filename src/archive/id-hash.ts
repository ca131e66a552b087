/** 32 bits that spread ids evenly: FNV-1a. The same for ever, since devices remember it. */
export function idHash(id: string): number {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(id)) {
    hash = Math.imul(hash ^ byte, 0x01000193) >>> 0;
  }
  return hash;
}

/** 24 bits of it, for links that are shared. */
export function shortIdHash(id: string): number {
  const hash = idHash(id);
  return (hash >>> 24) ^ (hash & 0xffffff);
}
