import type { CleanPaper } from "../clean-paper.ts";
import { fold, wordsOf } from "./titles.ts";

/** What is compared of where a record says that the paper appeared, prepared once. */
export interface PlaceTraits {
  name: string;
  /** The words of the name that say more than "Journal" or "Proceedings". */
  words: readonly string[];
  initials: string;
  volume: string;
  number: string;
  firstPage: string;
  /** A part of a book, a book or thesis of its own, or an article. */
  kind: "chapter" | "book" | "article" | "unknown";
}

const preprintServers =
  /rxiv(?!\p{L})|ssrn|openreview|research square|preprint|techrxiv|zenodo|hal archives/iu;
const common =
  /^(?:the|of|on|in|and|for|a|an|de|la|der|und|proc(?:eedings)?|conf(?:erence)?|int(?:ernational)?|intl|j|journal|trans(?:actions)?|annual|meeting|workshop|symposium|acm|ieee|volume|long|short|papers?|\d+(?:st|nd|rd|th)?)$/;
const books = new Set(["book", "thesis", "report"]);

/** Prepares the place of a record for comparisons. A preprint server is no place. */
export function placeTraits({ venue, reference }: CleanPaper): PlaceTraits {
  const isPreprint = venue === undefined || preprintServers.test(venue.name);
  const type = reference?.type ?? "";
  const own = books.has(type) ? "book" : "unknown";
  if (isPreprint) return { ...nowhere, kind: own };
  const words = wordsOf(venue.name.normalize("NFKC"));
  return {
    name: fold(venue.name),
    words: words.filter((word) => !common.test(word)).map(fold),
    initials: words.map((word) => fold(word).charAt(0)).join(""),
    volume: venue.volume ?? "",
    number: venue.number ?? "",
    firstPage:
      /^[^-]+/
        .exec(venue.pages ?? "")?.[0]
        .trim()
        .replace(/^0+/, "") ?? "",
    kind: own === "book" ? "book" : venue.kind === "book" ? "chapter" : "article",
  };
}

const nowhere = { name: "", words: [], initials: "", volume: "", number: "", firstPage: "" };

/**
 * Whether two records are of one volume, or of two, or of a book and an article. Names that only share
 * some words may or may not be of one journal.
 */
export function comparePlaces(a: PlaceTraits, b: PlaceTraits): "same" | "different" | "unknown" {
  const kinds = [a.kind, b.kind];
  if (!kinds.includes("unknown") && a.kind !== b.kind) return "different";
  if (a.name === "" || b.name === "") return "unknown";
  if (differ(a.volume, b.volume) || differ(a.number, b.number)) return "different";
  if (a.name === b.name) return "same";
  const shares = [share(a, b), share(b, a)];
  if (shares.includes(1)) return "same";
  return Math.max(...shares) === 0 ? "different" : "unknown";
}

/** Whether two papers begin on other pages. Many programs give a paper without pages the page 1. */
export function comparePages(a: PlaceTraits, b: PlaceTraits): "same" | "different" | "unknown" {
  if (a.firstPage === "" || b.firstPage === "") return "unknown";
  if (a.firstPage === b.firstPage) return "same";
  return a.firstPage === "1" || b.firstPage === "1" ? "unknown" : "different";
}

function differ(a: string, b: string): boolean {
  return a !== "" && b !== "" && a !== b;
}

// In letters. "Phys." stands for "Physical", but "J." for many words.
const leastLetters = 3;

/** The share of a name's words that the other one has, or abbreviates: "Proc. IEEE", "NIPS", "KDD". */
function share(short: PlaceTraits, long: PlaceTraits): number {
  const words = short.words.filter((word) => word.length >= leastLetters);
  const found = words.filter(
    (word) =>
      long.words.some((other) => other.startsWith(word)) || isSubsequence(word, long.initials),
  );
  return words.length === 0 ? 0 : found.length / words.length;
}

function isSubsequence(letters: string, of: string): boolean {
  let at = 0;
  for (const letter of of) if (letter === letters[at]) at += 1;
  return at === letters.length;
}
