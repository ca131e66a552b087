import { digitsOf } from "../../text/written-number.ts";
import type { CleanPaper } from "../clean-paper.ts";
import { fold, wordsOf } from "./titles.ts";

/** What is compared of where a record says that the paper appeared, prepared once. */
export interface PlaceTraits {
  name: string;
  /** The words of the name that say more than "Journal" or "Proceedings". */
  words: readonly string[];
  initials: string;
  /** A name that is one word of first letters, such as "NIPS" or "KDD '16". */
  acronym: string;
  volume: string;
  number: string;
  firstPage: string;
  /**
   * Of a work of its own: its volume, its number in a series, its edition, and the version of software or
   * data. Empty if unknown.
   */
  editions: readonly string[];
  /** The years and the numbers of meetings in its name: "14" and "22" of "22nd ICPR 2014". */
  years: ReadonlySet<string>;
  meetings: ReadonlySet<string>;
  /** Whether it is a server of preprints, or says that it is a working paper. */
  isPreprint: boolean;
  isJournal: boolean;
  /** Whether its name has Latin letters. */
  isLatin: boolean;
  /** Whether it is in an issue or a volume already, and not only accepted. */
  isPrinted: boolean;
  /** A part of a book, a book or thesis of its own, a report, or an article. */
  kind: "chapter" | "book" | "report" | "article" | "unknown";
}

const preprintServers =
  /rxiv(?!\p{L})|ssrn|openreview|research square|preprint|eprint|zenodo|hal archives|^corr$|(?:working|discussion) papers?/iu;
const common =
  /^(?:the|of|on|in|and|for|de|la|der|und|proc(?:eedings)?|conf(?:erence)?|int(?:ernational)?|intl|j|journal|trans(?:actions)?|annual|meeting|workshop|symposium|acm|ieee|volume|long|short|papers?|\d+(?:st|nd|rd|th)?)$/;
const acronym =
  /^(?:(?:Proc\.|Proceedings)(?: of)? (?:the )?)?(?<letters>\p{Lu}[\p{L}-]*\p{Lu})[\s'’]*\d*$/u;
const ownKinds: ReadonlyMap<string, PlaceTraits["kind"]> = new Map([
  ["book", "book"],
  ["thesis", "book"],
  ["report", "report"],
]);

/** Prepares the place of a record for comparisons. A preprint server is no place. */
export function placeTraits({ venue, reference }: CleanPaper): PlaceTraits {
  const isPreprint = venue === undefined || preprintServers.test(venue.name);
  const own = ownKinds.get(reference?.type ?? "") ?? "unknown";
  const editions = editionsOf(reference, own !== "unknown");
  if (isPreprint) {
    const isServer = venue !== undefined;
    return { ...nowhere, editions, kind: own, isPreprint: isServer, isPrinted: own === "book" };
  }
  const words = wordsOf(venue.name.normalize("NFKC"));
  return {
    name: fold(venue.name),
    words: words.filter((word) => !common.test(word)).map(fold),
    initials: words.map((word) => fold(word).charAt(0)).join(""),
    acronym: fold(acronym.exec(venue.name)?.groups?.letters ?? ""),
    volume: digitsOf(firstOf(venue.volume)) ?? firstOf(venue.volume),
    number: numberOf(firstOf(venue.number)),
    firstPage: firstOf(venue.pages),
    editions,
    years: yearsIn(venue.name),
    meetings: new Set(venue.name.match(/(?<!\d)\d{1,3}(?=(?:st|nd|rd|th)(?!\p{L}))/giu)),
    isPreprint: false,
    isJournal: venue.kind === "journal",
    isLatin: /\p{Script=Latin}/u.test(venue.name),
    isPrinted: venue.kind !== "journal" || Boolean(venue.volume ?? venue.pages),
    kind: own === "unknown" ? (venue.kind === "book" ? "chapter" : "article") : own,
  };
}

function editionsOf(reference: CleanPaper["reference"], isOwn: boolean): string[] {
  const { type, volume, number, edition, version } = reference ?? {};
  // Elsewhere, a version is that of a preprint, which stays one paper.
  const isVersioned = type === "software" || type === "dataset";
  if (isVersioned) return ["", "", "", numberOf(version).replace(/(?: 0)+$/, "")];
  return isOwn ? [volume, number, edition].map(numberOf) : [];
}

const nowhere = {
  name: "",
  words: [],
  initials: "",
  acronym: "",
  volume: "",
  number: "",
  firstPage: "",
  years: new Set<string>(),
  meetings: new Set<string>(),
  isJournal: false,
  isLatin: false,
};

/** The years in the name of a conference, whole or as "'14". */
function yearsIn(name: string): ReadonlySet<string> {
  const found = name.matchAll(/(?<!\d)(?:(?:19|20)\d\d|(?<=['’])\d\d)(?!\d)/g);
  return new Set([...found].map(([year]) => year.slice(-2)));
}

/** The first number or page of some: "61" of "pp. 61-70", and "12" of "vol. 12" and "e0012". */
function firstOf(text = ""): string {
  const [first = ""] = /^[^-–,/]+/.exec(text) ?? [];
  return first
    .replace(/^\s*(?:vol(?:ume)?|no|nr|issue|band|bd|tome|pp?|pages?|art(?:icle)?)\b\.?/i, "")
    .trim()
    .replace(/^e?0*(?=\d)/i, "")
    .toLowerCase();
}

/** The numbers alone: "2nd", "Second edition" and "II" are "2". */
function numberOf(text = ""): string {
  const digits = text.match(/\d+/g)?.map((number) => number.replace(/^0+(?=\d)/, ""));
  if (digits) return digits.join(" ");
  return digitsOf(firstOf(text).replace(/\s*\bed(?:n|ition)?\.?$/, "")) ?? "";
}

/** Whether a book is compared with an article or a chapter, or any chapter with another text. */
export function compareForms(a: PlaceTraits, b: PlaceTraits): "different" | "chapter" | "other" {
  const known = [a.kind, b.kind].filter((kind) => kind !== "unknown" && kind !== "report");
  if (known.length === 2 && a.kind !== b.kind) return "different";
  return known.includes("chapter") ? "chapter" : "other";
}

/**
 * Whether two records are of one volume of a journal, or of two. Names that only share some words may
 * or may not be of one journal.
 */
export function comparePlaces(a: PlaceTraits, b: PlaceTraits): "same" | "different" | "unknown" {
  if (a.name === "" || b.name === "") return "unknown";
  if (differ(a.volume, b.volume) || differ(a.number, b.number)) return "different";
  if (areOthers(a.years, b.years) || areOthers(a.meetings, b.meetings)) return "different";
  if (a.name === b.name) return "same";
  if (isAcronymOf(a, b) || isAcronymOf(b, a)) return "same";
  const [one = "", other = ""] = [a, b].map(({ words }) => words.at(-1));
  // Sections of a journal, such as "Phys. Rev. A" and "Phys. Rev. B".
  if (one.length === 1 && other.length === 1 && one !== other) return "different";
  const shares = [share(a, b), share(b, a)];
  if (Math.max(...shares) === 0) return "different";
  return shares.every((one) => one === 1) ? "same" : "unknown";
}

/**
 * Whether two papers are in other issues or begin on other pages, or two books are of other editions.
 * Some journals number their volumes in two ways, so that two volumes of one year say nothing, unless
 * they are of two journals. Many programs give a paper without pages the page 1.
 */
export function comparePages(
  a: PlaceTraits,
  b: PlaceTraits,
  isSameYear: boolean,
): "same" | "different" | "unknown" {
  const isOtherVolume = differ(a.volume, b.volume);
  const isOtherEdition = a.editions.some((one, at) => differ(one, b.editions[at] ?? ""));
  if (isOtherEdition || (isOtherVolume && !isSameYear)) return "different";
  if (isOtherVolume && areOtherJournals(a, b)) return "different";
  if (!isOtherVolume && a.volume !== "" && differ(a.number, b.number)) return "different";
  if (a.firstPage === "" || b.firstPage === "") return "unknown";
  if (a.firstPage === b.firstPage) return "same";
  return a.firstPage === "1" || b.firstPage === "1" ? "unknown" : "different";
}

/**
 * Whether the names are surely of two journals: they share no word, neither can abbreviate the other,
 * and both are in one script, because a journal may be named in two languages.
 */
function areOtherJournals(a: PlaceTraits, b: PlaceTraits): boolean {
  const both = [a, b];
  const areNamed = both.every(
    ({ isJournal, words }) => isJournal && words.some((word) => word.length >= wholeWord),
  );
  if (!areNamed || Math.max(share(a, b), share(b, a)) > 0) return false;
  const [acronyms, latin] = [
    both.filter(({ acronym }) => acronym !== "").length,
    both.filter(({ isLatin }) => isLatin).length,
  ];
  if (acronyms === 1 || latin === 1) return false;
  return (
    acronyms === 0 || !(isSubsequence(a.acronym, b.acronym) || isSubsequence(b.acronym, a.acronym))
  );
}

// In letters. Shorter words may be the initials of others.
const wholeWord = 3;

function areOthers(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  return a.size > 0 && b.size > 0 && a.isDisjointFrom(b);
}

/** Whether two records of one place are of one volume or begin on one page. */
export function isOnePrinting(a: PlaceTraits, b: PlaceTraits): boolean {
  const isOneVolume = a.volume !== "" && a.volume === b.volume;
  return isOneVolume || (a.firstPage !== "" && a.firstPage !== "1" && a.firstPage === b.firstPage);
}

function differ(a: string, b: string): boolean {
  return a !== "" && b !== "" && a !== b;
}

// In letters. "Phys." stands for "Physical". Of single letters, only the same one is meant.
const leastLetters = 2;

/** The share of a name's words that the other one has, or abbreviates. */
function share({ words }: PlaceTraits, other: PlaceTraits): number {
  const found = words.filter((word) => other.words.some((one) => isOneWord(word, one)));
  return words.length === 0 ? 0 : found.length / words.length;
}

function isOneWord(a: string, b: string): boolean {
  if (a === b) return true;
  return Math.min(a.length, b.length) >= leastLetters && (a.startsWith(b) || b.startsWith(a));
}

function isAcronymOf({ acronym }: PlaceTraits, { words, initials }: PlaceTraits): boolean {
  if (acronym === "") return false;
  return isSubsequence(acronym, initials) || words.some((one) => one.includes(acronym));
}

function isSubsequence(letters: string, of: string): boolean {
  let at = 0;
  for (const letter of of) if (letter === letters[at]) at += 1;
  return at === letters.length;
}
