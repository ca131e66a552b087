import { shortIdHash } from "../../archive/id-hash.ts";

/**
 * A list as the fragment of an address: codes joined by commas. A short id is its own code; of a
 * long one the code has the beginning, for people, and a hash, for the archive.
 */
export type ListCode = { id: string } | { beginning: string; hash: number };

const longestWhole = 20;
const beginningLength = 11;

/** The fragment, without `#`, of a list of papers. */
export function listFragment(ids: readonly string[]): string {
  return ids.map(codeOf).join(",");
}

function codeOf(id: string): string {
  if (id.length <= longestWhole) return id;
  return `${id.slice(0, beginningLength)}~${shortIdHash(id).toString(36).padStart(5, "0")}`;
}

/** Reads a fragment; what is no code is given back as it stands. */
export function readListFragment(fragment: string): { codes: ListCode[]; unread: string[] } {
  const codes = new Map<string, ListCode>();
  const unread: string[] = [];
  // Mail programs break long addresses and add what follows.
  for (const piece of decoded(fragment.replace(/^#/, "")).split(",")) {
    const code = piece.trim();
    if (code === "") continue;
    // … or take the bracket or quotation mark behind it for a part of it.
    const found = readCode(code) ?? readCode(code.replace(/[^a-z0-9~]+$/, ""));
    if (found) codes.set(code, found);
    else unread.push(code);
  }
  return { codes: [...codes.values()], unread };
}

function readCode(code: string): ListCode | undefined {
  const [, beginning, hash] = /^([a-z0-9][a-z0-9._-]{10})~([0-9a-z]{5})$/.exec(code) ?? [];
  if (beginning !== undefined && hash !== undefined)
    return { beginning, hash: Number.parseInt(hash, 36) };
  return /^[a-z0-9][a-z0-9._-]{0,99}$/.test(code) ? { id: code } : undefined;
}

/** The hash by which an archive looks a code up. */
export function hashOfCode(code: ListCode): number {
  return "id" in code ? shortIdHash(code.id) : code.hash;
}

/** Whether an id is the one that a code stands for. */
export function isMeantBy(code: ListCode, id: string): boolean {
  if ("id" in code) return code.id === id;
  return id.startsWith(code.beginning) && shortIdHash(id) === code.hash;
}

/** A code for people: the id, or how it begins. */
export function nameOfCode(code: ListCode): string {
  return "id" in code ? code.id : `${code.beginning}…`;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
