/**
 * The scheme of an address in lower case, such as `https`; undefined for a relative one. Like
 * browsers, this ignores white space and control characters in the scheme.
 */
export function schemeOf(address: string): string | undefined {
  const bare = address.replace(/[\p{Cc}\s]/gu, "");
  return /^([A-Za-z][A-Za-z0-9+.-]*):/.exec(bare)?.[1]?.toLowerCase();
}

/** Whether a link may lead to an address of this scheme: the web or mail. */
export function isSafeScheme(scheme: string): boolean {
  return ["http", "https", "mailto"].includes(scheme);
}
