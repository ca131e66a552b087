import type { NoteData, ReadingStatus } from "../schemas/note.ts";
import type { PaperEntry } from "../schemas/paper.ts";

/** What a published note says beside its text. */
export interface NoteMarks extends Pick<NoteData, "rating" | "readOn" | "tags"> {
  status?: ReadingStatus;
  /** Whether the owner wrote something. */
  hasText: boolean;
}

export interface NotedPaper {
  paper: PaperEntry;
  marks: NoteMarks;
}

export interface ReadingShelf<K> {
  key: K;
  name: string;
  papers: NotedPaper[];
}

/** The owner's reading list; every list in the order in which pages show it. */
export interface ReadingList {
  all: NotedPaper[];
  /** Only those with papers, in the order in which one reads. */
  statuses: ReadingShelf<ReadingStatus>[];
  /** Those with a text, and those with neither text nor status. */
  noted: NotedPaper[];
  /** Most papers first. */
  tags: ReadingShelf<string>[];
  /** Best first. */
  ratings: ReadingShelf<number>[];
}

const statusNames: [ReadingStatus, string][] = [
  ["reading", "Reading"],
  ["to-read", "To read"],
  ["read", "Read"],
];

export function statusName(status: ReadingStatus): string {
  return statusNames.find(([key]) => key === status)?.[1] ?? status;
}

/** A note's marks in a few words; undefined where there is none to show in a list. */
export function describeMarks(marks: NoteMarks | undefined): string | undefined {
  if (!marks || isSilent(marks)) return undefined;
  const { status, rating } = marks;
  const parts = [
    ...(status === undefined ? [] : [statusName(status)]),
    ...(rating === undefined ? [] : [`${rating} of 5`]),
  ];
  return parts.length > 0 ? parts.join(", ") : "Note";
}

/** A note's marks: one with a day of reading is of a paper that was read. */
export function marksOf({ status, rating, readOn, tags }: NoteData, body: string): NoteMarks {
  const known = status ?? (readOn === undefined ? undefined : "read");
  return {
    ...(known === undefined ? {} : { status: known }),
    ...(rating === undefined ? {} : { rating }),
    ...(readOn === undefined ? {} : { readOn }),
    tags: [...new Map(tags.map((tag) => [tagKey(tag), tag])).values()],
    hasText: body.replace(/\{\s*\/\*[\s\S]*?\*\/\s*\}/g, "").trim() !== "",
  };
}

/** Whether a note has nothing to show: it corrects its paper only. */
export function isSilent({ status, rating, tags, hasText }: NoteMarks): boolean {
  return status === undefined && rating === undefined && tags.length === 0 && !hasText;
}

/** A tag's form in addresses; tags that differ in case or signs only are one. */
export function tagKey(tag: string): string {
  const key = tag
    .normalize("NFKC")
    .toLowerCase()
    .replaceAll("+", "-plus")
    .replaceAll("#", "-sharp")
    .replace(/[^\p{L}\p{N}]+/gu, "-")
    .replace(/^-|-$/g, "");
  // A tag of signs alone, such as "!", is still a tag.
  return key || [...tag].map((sign) => sign.codePointAt(0)?.toString(16)).join("-");
}

/** Groups papers with notes, which are given in the archive's order. */
export function readingList(noted: readonly NotedPaper[]): ReadingList {
  const statuses = statusNames.flatMap(([key, name]) => {
    const papers = noted.filter(({ marks }) => marks.status === key);
    return papers.length > 0 ? [{ key, name, papers }] : [];
  });
  const read = noted
    .filter(({ marks }) => marks.status === "read")
    .toSorted((a, b) => compare(b.marks.readOn ?? "", a.marks.readOn ?? ""));
  const rated = Map.groupBy(noted, ({ marks }) => marks.rating ?? 0);
  return {
    all: [...noted],
    statuses: statuses.map((shelf) => (shelf.key === "read" ? { ...shelf, papers: read } : shelf)),
    noted: noted.filter(({ marks }) => marks.hasText || marks.status === undefined),
    tags: tagShelves(noted),
    ratings: [5, 4, 3, 2, 1].flatMap((key) => {
      const papers = rated.get(key) ?? [];
      return papers.length > 0 ? [{ key, name: `${key} of 5`, papers }] : [];
    }),
  };
}

function tagShelves(noted: readonly NotedPaper[]): ReadingShelf<string>[] {
  const shelves = new Map<string, ReadingShelf<string>>();
  for (const one of noted) {
    for (const tag of one.marks.tags) {
      const key = tagKey(tag);
      const shelf = shelves.get(key) ?? { key, name: tag, papers: [] };
      shelf.papers.push(one);
      shelves.set(key, shelf);
    }
  }
  return [...shelves.values()].sort(
    (a, b) => b.papers.length - a.papers.length || compare(a.key, b.key),
  );
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
