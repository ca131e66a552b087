import type { Authorship } from "../index/authorship.ts";
import {
  type ArchiveFile,
  dayOfNumber,
  hasCode,
  hasNotes,
  statuses,
  statusOf,
} from "../index/columns.ts";
import type { QueryPart } from "../query/query.ts";
import { normalise } from "../text/normalise.ts";

/** What a reader picked beside the list of results: of one kind any, of several kinds all. */
export interface Selection {
  topic: string[];
  year: string[];
  month: string[];
  org: string[];
  author: string[];
  source: string[];
  has: string[];
}

export type FacetName = keyof Selection;

export const facetNames = ["topic", "year", "month", "org", "author", "source", "has"] as const;

export const nothingSelected: Selection = {
  topic: [],
  year: [],
  month: [],
  org: [],
  author: [],
  source: [],
  has: [],
};

/** A value that can be picked, with the papers that it would leave. */
export interface FacetValue {
  value: string;
  name: string;
  count: number;
  selected: boolean;
}

export type Facets = Record<FacetName, FacetValue[]>;

/** A paper's values of a facet. */
function valuesOf(
  facet: FacetName,
  archive: ArchiveFile,
  paper: number,
  authorship: Authorship | undefined,
): string[] {
  const { columns, topics, organizations, sources } = archive;
  switch (facet) {
    case "topic":
      return (columns.topics[paper] ?? []).flatMap((place) => topics[place]?.[0] ?? []);
    case "year":
      return [dayOfNumber(columns.day[paper] ?? 0)?.slice(0, 4) ?? "undated"];
    case "month":
      return [dayOfNumber(columns.day[paper] ?? 0)?.slice(0, 7) ?? []].flat();
    case "author":
      return (authorship?.papers[paper] ?? []).flatMap((place) => authorship?.names[place] ?? []);
    case "org":
      return [organizations[(columns.organization[paper] ?? 0) - 1] ?? []].flat();
    case "source":
      return (columns.sources[paper] ?? []).flatMap((place) => sources[place] ?? []);
    case "has": {
      const flags = columns.flags[paper] ?? 0;
      return [...(flags & hasCode ? ["code"] : []), ...(flags & hasNotes ? ["notes"] : [])];
    }
  }
}

/**
 * The papers that a selection leaves, and what each further pick would leave; of authors, where
 * their file is given.
 */
export function select(
  papers: readonly number[],
  selection: Selection,
  archive: ArchiveFile,
  authorship?: Authorship,
): { papers: number[]; facets: Facets } {
  const counts = new Map(facetNames.map((facet) => [facet, new Map<string, number>()]));
  const left: number[] = [];
  for (const paper of papers) {
    const values = facetNames.map((facet) => valuesOf(facet, archive, paper, authorship));
    const failed = facetNames.filter((facet, at) => {
      const picked = selection[facet];
      return picked.length > 0 && !values[at]?.some((value) => picked.includes(value));
    });
    if (failed.length === 0) left.push(paper);
    for (const [at, facet] of facetNames.entries()) {
      // A kind's own picks do not count against its other values.
      if (failed.some((other) => other !== facet)) continue;
      const count = counts.get(facet);
      for (const value of values[at] ?? []) count?.set(value, (count.get(value) ?? 0) + 1);
    }
  }
  const names = new Map(archive.topics);
  const facetOf = (facet: FacetName): FacetValue[] => {
    const found = counts.get(facet) ?? new Map<string, number>();
    for (const value of selection[facet]) if (!found.has(value)) found.set(value, 0);
    return [...found]
      .map(([value, count]) => ({
        value,
        name: facet === "topic" ? (names.get(value) ?? value) : value,
        count,
        selected: selection[facet].includes(value),
      }))
      .sort((a, b) =>
        facet === "year" || facet === "month"
          ? a.value < b.value
            ? 1
            : -1
          : b.count - a.count || (a.name < b.name ? -1 : 1),
      );
  };
  return {
    papers: left,
    facets: {
      topic: facetOf("topic"),
      year: facetOf("year"),
      month: facetOf("month"),
      org: facetOf("org"),
      author: facetOf("author"),
      source: facetOf("source"),
      has: facetOf("has"),
    },
  };
}

/** A test of papers by a part of the query that is no word; what it cannot mean is said. */
export function filterOf(
  part: QueryPart,
  archive: ArchiveFile,
): { test: (paper: number) => boolean; unknown?: string } | undefined {
  const { columns } = archive;
  switch (part.kind) {
    case "time": {
      const { from = "", to = "9999" } = part;
      return {
        test: (paper) => {
          const day = dayOfNumber(columns.day[paper] ?? 0);
          return day !== undefined && day >= from && day.slice(0, to.length) <= to;
        },
      };
    }
    case "has": {
      const flag = part.what === "code" ? hasCode : hasNotes;
      return { test: (paper) => ((columns.flags[paper] ?? 0) & flag) > 0 };
    }
    case "status": {
      const wanted = statuses.find((status) => status === part.text.toLowerCase());
      return {
        test: (paper) => statusOf(columns.flags[paper] ?? 0) === wanted && wanted !== undefined,
        ...(wanted === undefined
          ? {
              unknown: `“status:${part.text}” is not known. Write status:${statuses.join(" or status:")}.`,
            }
          : {}),
      };
    }
    case "field": {
      if (part.field === "topic") {
        const places = placesOf(part.text, archive.topics);
        return {
          test: (paper) => (columns.topics[paper] ?? []).some((place) => places.has(place)),
          ...(places.size === 0 ? { unknown: `No topic here is called “${part.text}”.` } : {}),
        };
      }
      if (part.field === "org") {
        const places = placesOf(
          part.text,
          archive.organizations.map((name) => [name, name]),
        );
        return {
          test: (paper) => places.has((columns.organization[paper] ?? 0) - 1),
          ...(places.size === 0
            ? { unknown: `No organisation here is called “${part.text}”.` }
            : {}),
        };
      }
      if (part.field === "source") {
        const places = placesOf(
          part.text,
          archive.sources.map((name) => [name, name]),
        );
        return {
          test: (paper) => (columns.sources[paper] ?? []).some((place) => places.has(place)),
          ...(places.size === 0 ? { unknown: `No source here is called “${part.text}”.` } : {}),
        };
      }
      return undefined;
    }
    default:
      return undefined;
  }
}

/** Names that hold all words of a text; the one that is the text itself stands alone. */
function placesOf(text: string, names: readonly (readonly [string, string])[]): Set<number> {
  const wanted = keysOf(text);
  const found = new Set<number>();
  for (const [place, [id, name]] of names.entries()) {
    if (id.toLowerCase() === text.toLowerCase() || name.toLowerCase() === text.toLowerCase()) {
      return new Set([place]);
    }
    const keys = new Set([...keysOf(id), ...keysOf(name)]);
    const joined = [...keys].join(" ");
    if (wanted.length > 0 && wanted.every((key) => keys.has(key) || joined.includes(` ${key}`))) {
      found.add(place);
    }
  }
  return found;
}

function keysOf(text: string): string[] {
  return normalise(text).words.map(({ key }) => key);
}
