import type { AddressLine } from "../../schemas/address.ts";
import { doiKey } from "../../text/doi.ts";
import type { CleanPaper } from "../clean-paper.ts";
import { type FormerEvidence, foldedTitle } from "./former-evidence.ts";

/** A way to recognize a paper: what is looked up, and what must not speak against it. */
export interface Way {
  /** What the paper is recognized by, for a message. */
  by: string;
  /** Whether one record may be several former papers, which then become one. */
  joins?: boolean;
  /** The same, but only for former papers whose entries are all in one group now. */
  joinsEntries?: boolean;
  /** Whether the ids may be others than before. */
  despiteIds?: boolean;
  /** Whether a record that is as it was holds in any case, so that nothing need be compared. */
  holdsUnchanged?: boolean;
  /** Whether the file of the former entry must be gone, as after it was renamed. */
  inGoneFile?: boolean;
  keysOf: (record: CleanPaper) => string[];
  keysOfLine: (line: AddressLine) => string[];
  holds: (evidence: FormerEvidence) => boolean;
}

/** The ways to recognize a paper, the surest first. */
export const ways: readonly Way[] = [
  {
    by: "its arXiv id or DOI",
    joins: true,
    holdsUnchanged: true,
    despiteIds: true,
    keysOf: ({ ids }) => idKeys(ids),
    keysOfLine: idKeys,
    holds: (found) => !isOther(found),
  },
  {
    by: "its title and citation key",
    joins: true,
    holdsUnchanged: true,
    keysOf: ({ titleText, citationKey, source }) => both(titleText, keyIn(citationKey, source)),
    keysOfLine: ({ title, key, file }) => both(title, keyIn(key, { file })),
    holds: ({ kind, authors, year }) =>
      authors !== "different" || year === "same" || (kind !== "generic" && year !== "different"),
  },
  {
    by: "its title and citation key",
    keysOf: ({ titleText, citationKey }) => both(titleText, citationKey ? [citationKey] : []),
    keysOfLine: ({ title, key }) => both(title, key ? [key] : []),
    holds: (found) => isSamePaper(found) || found.year === "same",
  },
  {
    by: "its former id",
    keysOf: ({ archived }) => [
      ...(archived?.id ? [archived.id] : []),
      ...(archived?.aliases ?? []),
    ],
    keysOfLine: ({ address }) => [address],
    holds: (found) => !isOther(found),
  },
  {
    by: "its title",
    holdsUnchanged: true,
    keysOf: ({ titleText }) => [foldedTitle(titleText)].filter((title) => title !== ""),
    keysOfLine: ({ title }) => [foldedTitle(title)],
    holds: isSamePaper,
  },
  {
    by: "its citation key",
    joinsEntries: true,
    keysOf: ({ citationKey, source }) => keyIn(citationKey, source),
    keysOfLine: ({ key, file }) => keyIn(key, { file }),
    holds: isCorrected,
  },
  {
    by: "its citation key and a similar title",
    keysOf: ({ citationKey }) => (citationKey ? [citationKey] : []),
    keysOfLine: ({ key }) => (key ? [key] : []),
    holds: isRetitled,
  },
  {
    by: "its authors and a similar title in the same file",
    keysOf: ({ titleText, source }) => endsOf(titleText, source.file),
    keysOfLine: ({ title, file }) => (file ? endsOf(title, file) : []),
    holds: isRetitled,
  },
  {
    by: "its authors and a similar title in a file that was renamed",
    inGoneFile: true,
    keysOf: ({ titleText }) => endsOf(titleText, ""),
    keysOfLine: ({ title, file }) => (file ? endsOf(title, "") : []),
    holds: (found) => found.title === "near" && isRetitled({ ...found, key: false }),
  },
  {
    by: "its title in the same file",
    keysOf: ({ titleText, citationKey, source }) =>
      citationKey ? [] : inFile(titleText, source.file),
    keysOfLine: ({ title, key, file }) => (file && !key ? inFile(title, file) : []),
    holds: hasOtherFacts,
  },
  {
    by: "its citation key and title",
    joinsEntries: true,
    despiteIds: true,
    keysOf: ({ citationKey, source }) => keyIn(citationKey, source),
    keysOfLine: ({ key, file }) => keyIn(key, { file }),
    holds: (found) => /same|near/.test(found.title) && isSamePaper(found),
  },
  {
    by: "its title and citation key",
    despiteIds: true,
    keysOf: ({ titleText, citationKey }) => both(titleText, citationKey ? [citationKey] : []),
    keysOfLine: ({ title, key }) => both(title, key ? [key] : []),
    holds: ({ authors, year }) => /same|shared/.test(authors) && year === "same",
  },
  {
    by: "its title and authors",
    despiteIds: true,
    keysOf: ({ titleText }) => [foldedTitle(titleText)].filter((title) => title !== ""),
    keysOfLine: ({ title }) => [foldedTitle(title)],
    holds: ({ kind, part, authors, year }) =>
      kind !== "generic" && part !== "different" && authors === "same" && year === "same",
  },
  {
    by: "its arXiv id or DOI",
    despiteIds: true,
    keysOf: ({ ids }) => idKeys(ids),
    keysOfLine: idKeys,
    holds: () => true,
  },
];

interface Ids {
  arxiv?: string | undefined;
  doi?: string | undefined;
}

/** An arXiv id and a DOI as they are compared. */
export function idKeys({ arxiv, doi }: Ids): string[] {
  return [...(arxiv ? [`arxiv ${arxiv}`] : []), ...(doi ? [`doi ${doiKey(doi)}`] : [])];
}

/** A citation key in a file. */
export function keyIn(key: string | undefined, { file }: { file?: string | undefined }): string[] {
  return key && file ? [JSON.stringify([key, file])] : [];
}

function both(title: string, keys: readonly string[]): string[] {
  return keys.map((key) => JSON.stringify([foldedTitle(title), key]));
}

function inFile(title: string, file: string): string[] {
  const text = foldedTitle(title);
  return text === "" ? [] : [JSON.stringify([text, file])];
}

// In characters. A title with a correction still begins or ends in the same way.
const endOfTitle = 8;

function endsOf(title: string, file: string): string[] {
  const text = foldedTitle(title);
  if (text === "") return [];
  return [
    JSON.stringify(["start", text.slice(0, endOfTitle), file]),
    JSON.stringify(["end", text.slice(-endOfTitle), file]),
  ];
}

/** Whether the authors are others, and the title or the year is, too. */
export function isOther({ title, authors, year }: FormerEvidence): boolean {
  return authors === "different" && (title === "different" || year === "different");
}

/** Whether nothing speaks against one paper under the same title. */
function isSamePaper({ kind, part, authors, year, file }: FormerEvidence): boolean {
  if (authors === "different" || year === "different" || part === "different") return false;
  return kind !== "generic" || year === "same" || (year === "unknown" && file);
}

/** Whether an entry with the same key in the same file is the same paper with a correction. */
function isCorrected({ title, authors, year }: FormerEvidence): boolean {
  if (authors === "different") return /same|near/.test(title) && /same|unknown/.test(year);
  if (authors !== "unknown") return title !== "different" || year !== "different";
  return title === "different" ? /same|unknown/.test(year) : year !== "different";
}

/** Whether a similar title is a correction of the other, and no other paper of the same authors. */
function isRetitled({ title, part, authors, year, key }: FormerEvidence): boolean {
  if (title === "different" || part === "different" || year === "different") return false;
  if (authors === "unknown") return title !== "alike";
  if (key) return authors !== "different";
  return authors === "same" && year === "same";
}

/** Whether only the year or the spelling of names was corrected in an entry without a key. */
function hasOtherFacts({ kind, part, authors, year, nearAuthors }: FormerEvidence): boolean {
  if (part === "different" || kind === "generic") return false;
  return authors === "same" ? kind === "distinct" : nearAuthors && /same|unknown/.test(year);
}
