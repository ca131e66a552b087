import anyAscii from "any-ascii";
import type { SearchSource } from "../../src/search/index/record.ts";
import { fold } from "../../src/text/fold.ts";

/** What a reader types who looks for the papers of an author, and the numbers of these papers. */
export interface NameQuery {
  kind: NameKind;
  query: string;
  papers: ReadonlySet<number>;
}

/** The ways to write a name, in the order in which they are reported. */
export const nameKinds = [
  "hyphenated names",
  "full names",
  "author: and full name",
  "surname first",
  "initials",
  "without diacritics",
  "surname and year",
  "surname and month",
] as const;
/** One of `nameKinds`. */
export type NameKind = (typeof nameKinds)[number];

/**
 * Makes the queries for all names of an archive. A surname with a year or a month is a query only if
 * one paper has an author of this surname, and its date is known.
 */
export function nameQueries(sources: readonly SearchSource[]): NameQuery[] {
  const byName = new Map<string, { name: string; papers: Set<number> }>();
  const byInitials = new Map<string, Set<number>>();
  const bySurname = new Map<string, { surname: string; papers: Set<number> }>();
  for (const [paper, source] of sources.entries()) {
    for (const { name } of source.paper.authors) {
      const words = name.trim().split(/\s+/);
      const surname = words.at(-1) ?? "";
      if (fold(surname).length < 2) continue;
      const spellings = byName.get(fold(name)) ?? { name, papers: new Set() };
      byName.set(fold(name), { ...spellings, papers: spellings.papers.add(paper) });
      const initials = initialsOf(words);
      byInitials.set(initials, (byInitials.get(initials) ?? new Set()).add(paper));
      const bearers = bySurname.get(fold(surname)) ?? { surname, papers: new Set() };
      bySurname.set(fold(surname), { ...bearers, papers: bearers.papers.add(paper) });
    }
  }
  const turnedOf = (name: string) => byName.get(fold(turned(name)))?.papers ?? [];
  return [
    ...[...byName.values()].flatMap(({ name, papers }) =>
      ofName(name, papers, {
        abbreviated: byInitials.get(initialsOf(name.trim().split(/\s+/))) ?? papers,
        // "Cheng Peng" is also a name of its own.
        turned: new Set([...papers, ...turnedOf(name)]),
      }),
    ),
    ...[...bySurname.values()].flatMap(({ surname, papers }) =>
      ofSurname(surname, papers, sources),
    ),
  ];
}

/** The first initial and the surname, by which names are the same that references abbreviate. */
function initialsOf(words: readonly string[]): string {
  return `${fold(words[0] ?? "").slice(0, 1)} ${fold(words.at(-1) ?? "")}`;
}

function turned(name: string): string {
  const words = name.trim().split(/\s+/);
  return [words.at(-1), ...words.slice(0, -1)].join(" ");
}

function ofName(
  name: string,
  papers: ReadonlySet<number>,
  also: { abbreviated: ReadonlySet<number>; turned: ReadonlySet<number> },
): NameQuery[] {
  const words = name.trim().split(/\s+/);
  const [given = "", ...others] = words;
  const surname = others.at(-1);
  if (surname === undefined) return [];
  const plain = anyAscii(name);
  return [
    ...(name.includes("-") ? [{ kind: "hyphenated names" as const, query: name, papers }] : []),
    { kind: "full names", query: name, papers },
    { kind: "author: and full name", query: `author:"${name}"`, papers },
    { kind: "surname first", query: turned(name), papers: also.turned },
    { kind: "initials", query: `${[...given][0]}. ${surname}`, papers: also.abbreviated },
    ...(plain === name ? [] : [{ kind: "without diacritics" as const, query: plain, papers }]),
  ];
}

function ofSurname(
  surname: string,
  papers: ReadonlySet<number>,
  sources: readonly SearchSource[],
): NameQuery[] {
  const [paper] = papers;
  const date = sources[paper ?? -1]?.paper.published;
  if (papers.size !== 1 || date === undefined) return [];
  const month = new Date(`${date}T00:00:00Z`).toLocaleString("en", {
    month: "long",
    timeZone: "UTC",
  });
  return [
    { kind: "surname and year", query: `${surname} ${date.slice(0, 4)}`, papers },
    { kind: "surname and month", query: `${surname} ${month} ${date.slice(0, 4)}`, papers },
  ];
}

/** How many results must be right: those of the first page of results. */
const page = 20;

/**
 * Whether the papers of the author, as far as they fit on a page, come before all others; for
 * `author:`, whose results are in the order of their dates, whether all are found.
 */
export function comeFirst({ kind, papers }: NameQuery, found: readonly number[]): boolean {
  if (kind === "author: and full name") return papers.isSubsetOf(new Set(found));
  const wanted = Math.min(papers.size, page);
  return found.length >= wanted && found.slice(0, wanted).every((paper) => papers.has(paper));
}
