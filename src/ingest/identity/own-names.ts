import { createHash } from "node:crypto";
import { plainText } from "../../math/tree-text.ts";
import { addressPart } from "../../text/address-part.ts";
import { slugOf } from "../../text/slug.ts";
import type { CleanPaper } from "../clean-paper.ts";

/** In characters: file systems allow 255 bytes, and addresses should stay readable. */
export const longestId = 90;

/** A title's slug as part of an address; empty where the title has no letter or digit. */
export function titleId(titleText: string): string {
  const slug = slugOf(titleText);
  return slug && addressPart(slug);
}

/** An arXiv id or DOI as part of an address. */
export function knownId(
  records: readonly { ids: { arxiv?: string | undefined; doi?: string | undefined } }[],
): string | undefined {
  const arxiv = records.find(({ ids }) => ids.arxiv)?.ids.arxiv;
  const doi = records.find(({ ids }) => ids.doi)?.ids.doi;
  const known = (arxiv ?? doi)
    ?.toLowerCase()
    .replace(/[^a-z0-9._-]+/g, "-")
    .replace(/^[^a-z0-9]+|(?<!-)-+$/g, "");
  if (known === undefined || known === "") return undefined;
  if (known.length <= longestId) return addressPart(known);
  return `${known.slice(0, longestId - 7)}-${shortHash(known)}`;
}

/** Whether an address is a name with a hash, and perhaps a number. */
export function isLonger(address: string, name: string): boolean {
  const start = `${name.slice(0, longestId)}-`;
  return address.startsWith(start) && /^[0-9a-f]{6}(?:-\d+)?$/.test(address.slice(start.length));
}

/**
 * Hashes that make a name longer where a record cannot have the short one: of the title, of title and
 * abstract, and of all facts. They do not depend on where the record was read.
 */
export function hashesOf(record: CleanPaper): [string, string, string] {
  const { titleText, abstract } = record;
  const text = abstract.map(({ children }) => plainText(children)).join("\n");
  const { authors, published, publishedIn, venue, reference, citationKey } = record;
  const names = authors.map(({ name }) => name);
  const facts = JSON.stringify([names, published, publishedIn, venue, reference, citationKey]);
  return [
    shortHash(titleText),
    shortHash(`${titleText}\n${text}`),
    shortHash(`${titleText}\n${text}\n${facts}`),
  ];
}

/** A name with a hash. */
export function withHash(name: string, hash: string): string {
  return `${name.slice(0, longestId)}-${hash}`;
}

/** The names that only a record with the same texts can have. */
export function ownNames(record: CleanPaper): string[] {
  const name = titleId(record.titleText) || "paper";
  const [, ...hashes] = hashesOf(record);
  return hashes.map((hash) => withHash(name, hash));
}

function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 6);
}
