import { distance } from "fastest-levenshtein";
import type { AddressLine } from "../../schemas/address.ts";
import { defined } from "../../schemas/defined.ts";
import { asciiFold } from "../../text/slug.ts";
import type { CleanPaper } from "../clean-paper.ts";
import { type Evidence, evidenceOf } from "./evidence.ts";
import { type Traits, traitsOf } from "./traits.ts";

/** What a record has in common with a line of the ledger. */
export interface FormerEvidence extends Pick<Evidence, "kind" | "part" | "authors" | "year"> {
  /**
   * Near: with a few other letters. Alike: with common words. The ledger has no formulas, so they are
   * not compared.
   */
  title: "same" | "near" | "alike" | "different";
  /** Whether the names of the authors have only a few other letters. */
  nearAuthors: boolean;
  /** Whether the citation key is the same, and whether the file is. */
  key: boolean;
  file: boolean;
}

const nearTitle = 0.8;
const nearNames = 0.8;
const alikeLetters = 0.6;
const alikeWords = 0.5;
const stopWords = new Set(
  "a an and are as at by for from how in into is it its of on or over the to via what when with der die das ein eine und von zu zur mit für im".split(
    " ",
  ),
);

interface Compared {
  traits: Traits;
  title: string;
  words: ReadonlySet<string>;
}

const comparedBefore = new WeakMap<object, Compared>();

/** Compares a record with a paper as it was published. */
export function formerEvidence(record: CleanPaper, line: AddressLine): FormerEvidence {
  // The ledger has no abstracts.
  const own = compared(record, () => ({ ...record, abstract: [] }));
  const former = compared(line, () => recordOf(line));
  const { kind, part, authors, year } = evidenceOf(own.traits, former.traits);
  const { key, file } = line;
  return {
    kind,
    part,
    authors,
    year,
    title: titles(own, former),
    nearAuthors: haveNearNames(record, line),
    key: key !== undefined && key === record.citationKey,
    file: file === record.source.file,
  };
}

/** What is compared of a record or a line, prepared once. */
function compared(key: object, make: () => CleanPaper): Compared {
  const known = comparedBefore.get(key);
  if (known) return known;
  const record = make();
  const words = record.titleText.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];
  const made = {
    traits: traitsOf(record),
    title: foldedTitle(record.titleText),
    words: new Set(words.filter((word) => !stopWords.has(word))),
  };
  comparedBefore.set(key, made);
  return made;
}

/** A title as it is compared. */
export function foldedTitle(title: string): string {
  return asciiFold(title) || title.trim();
}

/**
 * How much speaks for one paper, to choose between several that could be it in the same way. It counts
 * the same things, so that two papers with the same facts get the same number.
 */
export function support({ title, authors, year, key, file }: FormerEvidence): number {
  const points = [
    { same: 4, near: 3, alike: 2, different: 0 }[title],
    { same: 4, shared: 2, unknown: 1, different: 0 }[authors],
    { same: 3, near: 1, unknown: 1, different: 0 }[year],
    key ? 2 : 0,
    file ? 1 : 0,
  ];
  return points.reduce((sum, more) => sum + more, 0);
}

/** The ledger has the first authors only. */
function haveNearNames({ authors }: CleanPaper, { authors: names = [] }: AddressLine): boolean {
  const [a, b] = [authors.slice(0, names.length).map(({ name }) => name), names].map((list) =>
    asciiFold(list.join(" ")),
  );
  return a !== "" && b !== "" && likeness(a ?? "", b ?? "") >= nearNames;
}

/** The share of letters that two texts have in common, in their order. */
function likeness(a: string, b: string): number {
  return 1 - distance(a, b) / Math.max(a.length, b.length);
}

function titles(a: Compared, b: Compared): FormerEvidence["title"] {
  const most = Math.max(a.title.length, b.title.length);
  if (a.title === b.title) return most === 0 ? "different" : "same";
  const letters = likeness(a.title, b.title);
  if (letters >= nearTitle) return "near";
  const fewest = Math.min(a.words.size, b.words.size);
  const shared = a.words.intersection(b.words).size;
  const haveWords = fewest > 0 && shared / fewest >= alikeWords;
  return haveWords || letters >= alikeLetters ? "alike" : "different";
}

const noMath = { spans: [], left: [], corrected: 0 };

/** A line as the record that it was made from. */
function recordOf({ title, authors = [], year, file = "", arxiv, doi }: AddressLine): CleanPaper {
  return {
    title: [],
    titleText: title,
    abstract: [],
    authors: authors.map((name) => ({ name })),
    ids: defined({ arxiv, doi }),
    links: [],
    keywords: [],
    categories: [],
    inferred: [],
    damaged: false,
    printed: { title, abstract: "" },
    math: { title: noMath, abstract: noMath },
    source: { format: "ledger", file, line: 1 },
    ...defined({ publishedIn: year }),
  };
}
