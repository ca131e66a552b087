import { readingList as labels } from "../i18n/strings.ts";
import { defined } from "../schemas/defined.ts";
import type { NoteData, ReadingStatus } from "../schemas/note.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import { addressPart } from "../text/address-part.ts";

/** What a published note records besides its text. */
export interface NoteMarks extends Pick<NoteData, "rating" | "readOn" | "tags"> {
  status?: ReadingStatus;
  /** Whether the owner wrote something. */
  hasText: boolean;
}

/** A paper with what the owner's note records about it. */
export interface NotedPaper {
  paper: PaperEntry;
  marks: NoteMarks;
}

/** Papers of the reading list that share a status, tag or rating, under its display name. */
export interface ReadingGroup<K> {
  key: K;
  name: string;
  papers: NotedPaper[];
}

/** The owner's reading list. Every list is in the order in which pages show it. */
export interface ReadingList {
  all: NotedPaper[];
  /** Only statuses that some paper has: being read, to be read, read. */
  statuses: ReadingGroup<ReadingStatus>[];
  /** Papers whose note has a text, or has no status. */
  noted: NotedPaper[];
  /** Most papers first. */
  tags: ReadingGroup<string>[];
  /** Best rating first. */
  ratings: ReadingGroup<number>[];
}

const statuses: readonly ReadingStatus[] = ["reading", "to-read", "read"];

/** The display name of a status. */
export function statusName(status: ReadingStatus): string {
  return labels.statuses[status];
}

/** A note's marks in a few words for a list; undefined if there is nothing to show. */
export function describeMarks(marks: NoteMarks | undefined): string | undefined {
  if (!marks || showsNothing(marks)) return undefined;
  const { status, rating } = marks;
  const parts = [
    ...(status === undefined ? [] : [statusName(status)]),
    ...(rating === undefined ? [] : [labels.stars(rating)]),
  ];
  return parts.length > 0 ? parts.join(", ") : labels.note;
}

/** A note's marks. A note with the day of reading and no status counts as read. */
export function marksOf({ status, rating, readOn, tags }: NoteData, body: string): NoteMarks {
  return {
    ...defined({ status: status ?? (readOn === undefined ? undefined : "read"), rating, readOn }),
    tags: [...new Map(tags.map((tag) => [tagKey(tag), tag])).values()],
    hasText: withoutComments(body).trim() !== "",
  };
}

/** A text without the comments of MDX. */
export function withoutComments(body: string): string {
  // What begins after the last end of a comment has no end. Looking for it each time would take long.
  let end = 0;
  for (const match of body.matchAll(/\*\/\s*\}/g)) end = match.index + match[0].length;
  return body.slice(0, end).replace(/\{\s*\/\*[\s\S]*?\*\/\s*\}/g, "") + body.slice(end);
}

/** Whether a note has nothing to show, for example because it only corrects its paper. */
export function showsNothing({ status, rating, tags, hasText }: NoteMarks): boolean {
  return status === undefined && rating === undefined && tags.length === 0 && !hasText;
}

/** The paths of the lists that a note with these marks puts its paper into. */
export function listsOfMarks(marks: NoteMarks): string[] {
  if (showsNothing(marks)) return [];
  const { status, rating, tags, hasText } = marks;
  const lists = [
    ...(status === undefined ? [] : [status]),
    ...(hasText || status === undefined ? ["notes"] : []),
    ...tags.map((tag) => `tags/${tagKey(tag)}`),
    ...(rating === undefined ? [] : [`rated/${rating}`]),
  ];
  return ["reading-list", ...lists.map((list) => `reading-list/${list}`)];
}

/** A tag's form in addresses. Tags that differ only in case or punctuation have the same one. */
export function tagKey(tag: string): string {
  const key = tag
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("+", "-plus")
    .replaceAll("#", "-sharp")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  // A tag that consists only of punctuation, such as "!", needs an address, too.
  return addressPart(
    key || [...tag].map((character) => character.codePointAt(0)?.toString(16)).join("-"),
  );
}

/** Groups papers with notes. The papers are given in the archive's order. */
export function readingList(noted: readonly NotedPaper[]): ReadingList {
  const byStatus = statuses.flatMap((key) => {
    const papers = noted.filter(({ marks }) => marks.status === key);
    return papers.length > 0 ? [{ key, name: statusName(key), papers }] : [];
  });
  const read = noted
    .filter(({ marks }) => marks.status === "read")
    .toSorted((a, b) => compare(b.marks.readOn ?? "", a.marks.readOn ?? ""));
  const rated = Map.groupBy(noted, ({ marks }) => marks.rating ?? 0);
  return {
    all: [...noted],
    statuses: byStatus.map((group) => (group.key === "read" ? { ...group, papers: read } : group)),
    noted: noted.filter(({ marks }) => marks.hasText || marks.status === undefined),
    tags: groupByTag(noted),
    ratings: [5, 4, 3, 2, 1].flatMap((key) => {
      const papers = rated.get(key) ?? [];
      return papers.length > 0 ? [{ key, name: labels.stars(key), papers }] : [];
    }),
  };
}

function groupByTag(noted: readonly NotedPaper[]): ReadingGroup<string>[] {
  const groups = new Map<string, ReadingGroup<string>>();
  for (const one of noted) {
    for (const tag of one.marks.tags) {
      const key = tagKey(tag);
      const group = groups.get(key) ?? { key, name: tag, papers: [] };
      group.papers.push(one);
      groups.set(key, group);
    }
  }
  return [...groups.values()].sort(
    (a, b) => b.papers.length - a.papers.length || compare(a.key, b.key),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
