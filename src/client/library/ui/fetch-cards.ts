import { shortIdHash } from "../../../archive/id-hash.ts";
import {
  type CardFile,
  cardFile,
  cardFileOf,
  type PaperCard,
} from "../../../archive/paper-cards.ts";
import { hashOfCode, isMeantBy, type ListCode } from "../share-link.ts";
import { addresses } from "./addresses.ts";

/** What the site says of the papers that codes stand for, in the codes' order. */
export interface Cards {
  found: { code: ListCode; card: PaperCard }[];
  /** The archive has no such paper. */
  unknown: ListCode[];
  /** The site could not be asked. */
  unasked: ListCode[];
}

const files = new Map<number, Promise<CardFile>>();

/** Looks codes up in the files of cards, of which there are `count`. Former ids are followed. */
export async function fetchCards(codes: readonly ListCode[], count: number): Promise<Cards> {
  const cards: Cards = { found: [], unknown: [], unasked: [] };
  const answers = await Promise.all(codes.map((code) => fetchCard(code, count)));
  answers.forEach((answer, index) => {
    const code = codes[index];
    if (!code) return;
    if (answer === "unasked") cards.unasked.push(code);
    else if (answer) cards.found.push({ code, card: answer });
    else cards.unknown.push(code);
  });
  return cards;
}

async function fetchCard(
  code: ListCode,
  count: number,
): Promise<PaperCard | "unasked" | undefined> {
  try {
    const { papers, aliases } = await fetchFile(cardFileOf(hashOfCode(code), count));
    const card = papers.find(({ id }) => isMeantBy(code, id));
    if (card) return card;
    const [, id] = Object.entries(aliases).find(([alias]) => isMeantBy(code, alias)) ?? [];
    if (id === undefined) return undefined;
    const present = await fetchFile(cardFileOf(shortIdHash(id), count));
    return present.papers.find((paper) => paper.id === id);
  } catch {
    return "unasked";
  }
}

function fetchFile(number: number): Promise<CardFile> {
  const known = files.get(number) ?? fetchJson(`data/papers/${number}.json`, cardFile);
  files.set(number, known);
  // A failure must not stand for good: the network may come back.
  known.catch(() => files.delete(number));
  return known;
}

/** A file of the site, checked. */
export async function fetchJson<T>(
  path: string,
  schema: { parse: (value: unknown) => T },
): Promise<T> {
  const response = await fetch(addresses.file(path));
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return schema.parse(await response.json());
}
