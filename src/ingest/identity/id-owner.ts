import { asciiFold } from "../../text/slug.ts";
import type { CleanPaper } from "../clean-paper.ts";
import { compareTitles, titleTraits } from "./titles.ts";

type Group = CleanPaper[];

// These sources give a paper by its arXiv id, so that the id is never copied from elsewhere.
const authorities = new Set(["arxiv-atom", "daily-papers-api"]);
// In years, between an arXiv id and its publication.
const longestWait = 3;

/**
 * Which of several papers an arXiv id belongs to: that of arXiv itself, the only one whose year fits, or
 * the one that most records with the id are of. Of two publications of one paper, such as at a conference
 * and in a journal, it is the first.
 */
export function ownerOfArxiv(sharing: readonly Group[], id: string): Group | undefined {
  const sure = sharing.filter((group) => having(group, "arxiv", id).some(isAuthority));
  if (sure.length > 0) return theOnly(sure);
  const own = sharing.filter((group) => group.some(({ ids }) => ids.doi && isDoiOf(ids.doi, id)));
  if (own.length > 0) return theOnly(own);
  const fitting = sharing.filter((group) => fitsYear(having(group, "arxiv", id), id));
  if (fitting.length === 1) return fitting[0];
  const possible = sharing.filter((group) => group.every((record) => isNotBefore(record, id)));
  const agreed = majority(possible, sharing, "arxiv", id);
  // If all have one title, their years say nothing.
  const named = agreed.length > 0 ? agreed : majority(sharing, sharing, "arxiv", id);
  const isClear = named === agreed || named.length === sharing.length;
  return isClear && named.length > 0 ? earliest(named) : undefined;
}

/**
 * Which of several papers a DOI belongs to: the book whose chapters were given it, or the one that most
 * records with the DOI are of. The chapters of a book and the papers of a conference may all have its DOI.
 */
export function ownerOfDoi(sharing: readonly Group[], id: string): Group | undefined {
  const records = sharing.flat();
  const places = new Set(records.flatMap(({ venue }) => folded(venue?.name ?? "") || []));
  const books = sharing.filter((group) =>
    having(group, "doi", id).some(({ titleText }) => places.has(folded(titleText))),
  );
  if (books.length > 0) return theOnly(books);
  const hasParts = records.some(({ venue }) => venue !== undefined && venue.kind !== "journal");
  return hasParts ? undefined : theOnly(majority(sharing, sharing, "doi", id));
}

function theOnly(groups: readonly Group[]): Group | undefined {
  return groups.length === 1 ? groups[0] : undefined;
}

function having(group: Group, field: "arxiv" | "doi", id: string): CleanPaper[] {
  return group.filter(({ ids }) => ids[field]?.toLowerCase() === id);
}

function isAuthority({ source }: CleanPaper): boolean {
  return authorities.has(source.format);
}

/** Whether a DOI is the one that arXiv registers for its paper. */
function isDoiOf(doi: string, id: string): boolean {
  return doi.toLowerCase() === `10.48550/arxiv.${id}`;
}

function fitsYear(records: readonly CleanPaper[], id: string): boolean {
  const made = yearOfArxiv(id);
  return records.some((record) => {
    const year = Number(dateOf(record).slice(0, 4));
    return made !== undefined && year >= made && year - made <= longestWait;
  });
}

// In years, since a source may give the year of a meeting or of a first draft.
const longestBefore = 1;

/** Whether a record is of a time in which its arXiv id could be known. */
function isNotBefore(record: CleanPaper, id: string): boolean {
  const [date, made] = [dateOf(record), yearOfArxiv(id)];
  return date === "" || made === undefined || Number(date.slice(0, 4)) >= made - longestBefore;
}

function dateOf({ published, publishedIn }: CleanPaper): string {
  return published ?? publishedIn ?? "";
}

function yearOfArxiv(id: string): number | undefined {
  const digits = /^(?:[a-z.-]+\/)?(\d{2})\d{2}/.exec(id)?.[1];
  if (digits === undefined) return undefined;
  return Number(digits) + (Number(digits) >= 90 ? 1900 : 2000);
}

/** The papers of one title, if more records with the id have it than have others. */
function majority(
  possible: readonly Group[],
  sharing: readonly Group[],
  field: "arxiv" | "doi",
  id: string,
): Group[] {
  const votes = (groups: readonly Group[]) =>
    groups.reduce((sum, group) => sum + having(group, field, id).length, 0);
  const clusters: Group[][] = [];
  for (const group of possible) {
    const known = clusters.find(([first = []]) => haveOneTitle(first, group));
    if (known) known.push(group);
    else clusters.push([group]);
  }
  return clusters.find((cluster) => 2 * votes(cluster) > votes(sharing)) ?? [];
}

function haveOneTitle(first: Group, other: Group): boolean {
  const [a, b] = [first, other].map((group) => titleTraits(group[0]?.titleText ?? ""));
  return a !== undefined && b !== undefined && /same|near/.test(compareTitles(a, b));
}

/** The paper that was published first. A day is after the bare year that it is in. */
function earliest(groups: readonly Group[]): Group | undefined {
  const nameOf = (group: Group) =>
    group.map((record) => `${dateOf(record) || "9999"} ${record.ids.doi ?? ""}`).sort()[0] ?? "";
  return groups.toSorted((a, b) => (nameOf(a) < nameOf(b) ? -1 : 1))[0];
}

function folded(text: string): string {
  return asciiFold(text) || text.trim();
}
