import { sourceName } from "../../archive/source-names.ts";
import type { Authorship } from "../index/authorship.ts";
import { type ArchiveFile, dateOf, hasCode, hasNotes } from "../index/columns.ts";

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

/** The value of the facet of years for papers of which no date is known. */
export const undated = "undated";

/** Undated papers stand behind all years. */
function timeOf({ value }: FacetValue): string {
  return value === undated ? "" : value;
}

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
      return [dateOf(columns, paper)?.slice(0, 4) ?? undated];
    case "month": {
      const date = dateOf(columns, paper) ?? "";
      return date.length > 4 ? [date.slice(0, 7)] : [];
    }
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
  const nameOf = (facet: FacetName, value: string) => {
    if (facet === "source") return sourceName(value);
    return (facet === "topic" ? names.get(value) : undefined) ?? value;
  };
  const facetOf = (facet: FacetName): FacetValue[] => {
    const found = counts.get(facet) ?? new Map<string, number>();
    for (const value of selection[facet]) if (!found.has(value)) found.set(value, 0);
    return [...found]
      .map(([value, count]) => ({
        value,
        name: nameOf(facet, value),
        count,
        selected: selection[facet].includes(value),
      }))
      .sort((a, b) =>
        facet === "year" || facet === "month"
          ? timeOf(b).localeCompare(timeOf(a), "en")
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
