import { shortIdHash } from "../../archive/id-hash.ts";

/**
 * A paper in the link of a shared list. A short id is its own code. A long one is shortened
 * to its first characters, for people, and a hash, by which the archive finds the paper.
 */
export type ShareCode = { id: string } | { prefix: string; hash: number };

// Links that people have sent depend on these numbers.
const longestWholeId = 20;
const prefixLength = 11;

/** The fragment of a link to a list of papers, without `#`: codes joined by commas. */
export function encodeFragment(ids: readonly string[]): string {
  return ids.map(encodeId).join(",");
}

function encodeId(id: string): string {
  if (id.length <= longestWholeId) return id;
  return `${id.slice(0, prefixLength)}~${shortIdHash(id).toString(36).padStart(5, "0")}`;
}

/** Reads a fragment. What is not a code is returned as it is, in `invalid`. */
export function decodeFragment(fragment: string): { codes: ShareCode[]; invalid: string[] } {
  const codes = new Map<string, ShareCode>();
  const invalid: string[] = [];
  for (const item of decoded(fragment.replace(/^#/, "")).split(",")) {
    // Mail programs wrap long links, which adds white space.
    const text = item.trim();
    if (text === "") continue;
    // They also take punctuation after a link as part of it.
    const code = decodeItem(text) ?? decodeItem(text.replace(/[^a-z0-9~]+$/, ""));
    if (code) codes.set(text, code);
    else invalid.push(text);
  }
  return { codes: [...codes.values()], invalid };
}

function decodeItem(text: string): ShareCode | undefined {
  const [, prefix, hash] = /^([a-z0-9][a-z0-9._-]{10})~([0-9a-z]{5})$/.exec(text) ?? [];
  if (prefix !== undefined && hash !== undefined) {
    return { prefix, hash: Number.parseInt(hash, 36) };
  }
  return /^[a-z0-9][a-z0-9._-]{0,99}$/.test(text) ? { id: text } : undefined;
}

/** The hash by which the archive's files find the paper of a code. */
export function hashOfCode(code: ShareCode): number {
  return "id" in code ? shortIdHash(code.id) : code.hash;
}

/** Whether a code is that of an id. */
export function matchesCode(code: ShareCode, id: string): boolean {
  if ("id" in code) return code.id === id;
  return id.startsWith(code.prefix) && shortIdHash(id) === code.hash;
}

/** A code as shown to people: the id, or its first characters. */
export function codeLabel(code: ShareCode): string {
  return "id" in code ? code.id : `${code.prefix}…`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
