import type { AddressLine, OtherLine } from "../../schemas/address.ts";
import { defined } from "../../schemas/defined.ts";
import type { CleanPaper } from "../clean-paper.ts";
import type { PaperRecords } from "./group-papers.ts";
import { type Ledger, readLedger } from "./read-ledger.ts";

/**
 * The ledger's new text: all its lines, and lines for new addresses and facts, sorted. Lines are only
 * ever added, so that branches can be merged without conflict.
 */
export function extendLedger(ledger: Ledger, papers: readonly PaperRecords[]): string {
  const known = new Set(ledger.papers.flatMap(({ lines }) => lines.map(factsIn)));
  const added = papers
    .flatMap((paper) => linesOf(paper, ledger))
    .filter((line) => !known.has(factsIn(line)))
    .map((line) => JSON.stringify(line));
  return fileOf([...ledger.texts, ...added]);
}

/** What a line says. Its address alone already says which paper it is about. */
function factsIn({ paper: _, ...facts }: AddressLine): string {
  return JSON.stringify(facts);
}

/** The text of a ledger with the addresses, besides those of papers, that it does not have yet. */
export function withOtherAddresses(text: string, lines: readonly OtherLine[]): string {
  const { texts, others } = readLedger("content/addresses.jsonl", text).value;
  const nameOf = ({ kind, address }: OtherLine) => `${kind} ${address}`;
  const known = new Set(others.map(nameOf));
  const added = lines.filter((line) => !known.has(nameOf(line)));
  return fileOf([...texts, ...added.map((line) => JSON.stringify(line))]);
}

/**
 * The text of a ledger while the owner edits: its former lines, and only those new lines that are about papers
 * with one of these ids. Other new addresses may be half-typed, and nobody has seen them.
 */
export function withAddressesOf(
  former: string,
  extended: string,
  ids: ReadonlySet<string>,
): string {
  const known = new Set(readLedger("content/addresses.jsonl", former).value.texts);
  const { byAddress, texts } = readLedger("content/addresses.jsonl", extended).value;
  const wanted = new Set([...ids].flatMap((id) => byAddress.get(id)?.lines ?? []).map(textOf));
  const added = texts.filter((text) => !known.has(text) && wanted.has(text));
  return added.length > 0 ? fileOf([...known, ...added]) : former;
}

function textOf(line: AddressLine): string {
  return JSON.stringify(line);
}

/** The text of a ledger with these lines. */
export function fileOf(lines: readonly string[]): string {
  return [...new Set(lines)]
    .sort()
    .map((line) => `${line}\n`)
    .join("");
}

function linesOf({ id, aliases, titleText, records }: PaperRecords, ledger: Ledger): AddressLine[] {
  const former = [id, ...aliases].flatMap((name) => ledger.byAddress.get(name) ?? [])[0];
  const paper = former?.paper ?? id;
  const arxiv = records.find(({ ids }) => ids.arxiv)?.ids.arxiv;
  const doi = records.find(({ ids }) => ids.doi)?.ids.doi;
  const base = { kind: "paper", address: id, paper, ...defined({ arxiv, doi }) } as const;
  const titled = records.filter((record) => record.titleText !== "");
  const keyed = titled.filter(({ citationKey }) => citationKey);
  // An id is enough to recognize a paper by, but a file without keys and ids has only titles.
  const unkeyed = (arxiv ?? doi) === undefined ? titled : titled.slice(0, 1);
  const ofId = (keyed.length > 0 ? keyed : unkeyed).map((record) => ({
    ...base,
    ...factsOf(record),
  }));
  // A former address needs its facts only once.
  const ofAliases = aliases
    .filter((alias) => !ledger.byAddress.has(alias) || ledger.byAddress.get(alias) !== former)
    .map((address) => ({ kind: "paper", address, paper, title: titleText }) as const);
  return [...ofId, ...ofAliases];
}

// Enough of them to recognize a paper by.
const mostAuthors = 4;

/** What a record is recognized by besides its ids. */
function factsOf(
  record: CleanPaper,
): Pick<AddressLine, "key" | "file" | "title" | "authors" | "year"> {
  const { citationKey, source, titleText: title, authors, published, publishedIn } = record;
  const names = authors.slice(0, mostAuthors).map(({ name }) => name);
  return {
    ...defined({ key: citationKey || undefined }),
    file: source.file,
    title,
    ...defined({
      authors: names.length > 0 ? names : undefined,
      year: (published ?? publishedIn)?.slice(0, 4),
    }),
  };
}
