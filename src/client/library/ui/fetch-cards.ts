import { shortIdHash } from "../../../archive/id-hash.ts";
import {
  type CardFile,
  cardFile,
  cardFileOf,
  type PaperCard,
} from "../../../archive/paper-cards.ts";
import { hashOfCode, matchesCode, type ShareCode } from "../share-link.ts";
import { addresses } from "./addresses.ts";

/** What the archive knows about the papers of some codes, in the order of the codes. */
export interface Cards {
  found: { code: ShareCode; card: PaperCard }[];
  /** The archive has no such papers. */
  unknown: ShareCode[];
  /** The files that would have them could not be loaded. */
  failed: ShareCode[];
}

const files = new Map<number, Promise<CardFile>>();

/** Looks up papers in the archive's files of cards, of which there are `fileCount`. Follows former ids. */
export async function fetchCards(codes: readonly ShareCode[], fileCount: number): Promise<Cards> {
  const cards: Cards = { found: [], unknown: [], failed: [] };
  const results = await Promise.all(codes.map((code) => fetchCard(code, fileCount)));
  results.forEach((result, index) => {
    const code = codes[index];
    if (!code) return;
    if (result === "failed") cards.failed.push(code);
    else if (result) cards.found.push({ code, card: result });
    else cards.unknown.push(code);
  });
  return cards;
}

async function fetchCard(
  code: ShareCode,
  fileCount: number,
): Promise<PaperCard | "failed" | undefined> {
  try {
    const { papers, aliases } = await fetchFile(cardFileOf(hashOfCode(code), fileCount));
    const card = papers.find(({ id }) => matchesCode(code, id));
    if (card) return card;
    const [, id] = Object.entries(aliases).find(([alias]) => matchesCode(code, alias)) ?? [];
    if (id === undefined) return undefined;
    const current = await fetchFile(cardFileOf(shortIdHash(id), fileCount));
    return current.papers.find((paper) => paper.id === id);
  } catch {
    return "failed";
  }
}

/** Loads a file of cards, once. */
export function fetchFile(number: number): Promise<CardFile> {
  const file = files.get(number) ?? fetchJson(`data/papers/${number}.json`, cardFile);
  files.set(number, file);
  // Do not cache a failure: the network may come back.
  file.catch(() => files.delete(number));
  return file;
}

/** Loads a JSON file of the site and validates it. */
export async function fetchJson<T>(
  path: string,
  schema: { parse: (value: unknown) => T },
  options: RequestInit = {},
): Promise<T> {
  const response = await fetch(addresses.file(path), options);
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return schema.parse(await response.json());
}
