import { sourceName } from "../../archive/source-names.ts";
import type { Authorship } from "../index/authorship.ts";
import { type ArchiveFile, dateOf, hasCode, hasNotes } from "../index/columns.ts";
import type { Facts } from "../index/facts.ts";

/** The facet values that a reader selected: papers match any of one facet, and all facets. */
export interface Selection {
  topic: string[];
  year: string[];
  month: string[];
  org: string[];
  author: string[];
  source: string[];
  has: string[];
}

/** A fact of papers by which results can be filtered. */
export type FacetName = keyof Selection;

/** The facets in the order in which the page shows them. */
export const facetNames = ["topic", "year", "month", "org", "author", "source", "has"] as const;

/** The selection that leaves all papers. */
export const nothingSelected: Selection = {
  topic: [],
  year: [],
  month: [],
  org: [],
  author: [],
  source: [],
  has: [],
};

/** A value of a facet, with the number of papers that selecting it would leave. */
export interface FacetValue {
  value: string;
  name: string;
  count: number;
  selected: boolean;
}

/** The values of each facet. */
export type Facets = Record<FacetName, FacetValue[]>;

/** The year of papers without a known date. */
export const undated = "undated";

/** Undated papers come after all years. */
function timeOf({ value }: FacetValue): string {
  return value === undated ? "" : value;
}

/** What was loaded of the facts of papers. */
export interface KnownFacts {
  facts?: Facts | undefined;
  authorship?: Authorship | undefined;
}

/** Whether a selection is of facts that are in a file of their own. */
export function needsFacts({ topic, org, source }: Selection): boolean {
  return topic.length + org.length + source.length > 0;
}

/** A paper's values of a facet. */
function valuesOf(
  facet: FacetName,
  { columns, topics }: ArchiveFile,
  paper: number,
  { facts, authorship }: KnownFacts,
): string[] {
  switch (facet) {
    case "topic":
      return (facts?.topics[paper] ?? []).flatMap((place) => topics[place]?.[0] ?? []);
    case "year":
      return [dateOf(columns, paper)?.slice(0, 4) ?? undated];
    case "month": {
      const date = dateOf(columns, paper) ?? "";
      return date.length > 4 ? [date.slice(0, 7)] : [];
    }
    case "author":
      return (authorship?.papers[paper] ?? []).flatMap((place) => authorship?.names[place] ?? []);
    case "org":
      return [facts?.organizations[(facts.organization[paper] ?? 0) - 1] ?? []].flat();
    case "source":
      return (facts?.sources[paper] ?? []).flatMap((place) => facts?.formats[place] ?? []);
    case "has": {
      const flags = columns.flags[paper] ?? 0;
      return [...(flags & hasCode ? ["code"] : []), ...(flags & hasNotes ? ["notes"] : [])];
    }
  }
}

/** The papers that a selection leaves. */
export function selected(
  papers: readonly number[],
  selection: Selection,
  archive: ArchiveFile,
  known: KnownFacts,
): number[] {
  const facets = facetNames.filter((facet) => selection[facet].length > 0);
  return papers.filter((paper) =>
    facets.every((facet) =>
      valuesOf(facet, archive, paper, known).some((value) => selection[facet].includes(value)),
    ),
  );
}

/** No values of any facet. */
export function noFacets(): Facets {
  return { topic: [], year: [], month: [], org: [], author: [], source: [], has: [] };
}

/**
 * The papers that a selection leaves, and the values that can be selected further; of authors only if
 * `authorship` is given.
 */
export function select(
  papers: readonly number[],
  selection: Selection,
  archive: ArchiveFile,
  known: KnownFacts,
): { papers: number[]; facets: Facets } {
  const counts = new Map(facetNames.map((facet) => [facet, new Map<string, number>()]));
  const left: number[] = [];
  for (const paper of papers) {
    const values = facetNames.map((facet) => valuesOf(facet, archive, paper, known));
    const failed = facetNames.filter((facet, at) => {
      const selected = selection[facet];
      return selected.length > 0 && !values[at]?.some((value) => selected.includes(value));
    });
    if (failed.length === 0) left.push(paper);
    for (const [at, facet] of facetNames.entries()) {
      // What is selected in a facet does not reduce the counts of its other values.
      if (failed.some((other) => other !== facet)) continue;
      const count = counts.get(facet);
      for (const value of values[at] ?? []) count?.set(value, (count.get(value) ?? 0) + 1);
    }
  }
  const facetOf = (facet: FacetName) =>
    facetValues(facet, counts.get(facet) ?? new Map(), selection[facet], archive);
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

/** The values of a facet, the most frequent or latest first, with those that are selected. */
function facetValues(
  facet: FacetName,
  counts: ReadonlyMap<string, number>,
  selected: readonly string[],
  archive: ArchiveFile,
): FacetValue[] {
  const topics = new Map(archive.topics);
  const nameOf = (value: string) => {
    if (facet === "source") return sourceName(value);
    return (facet === "topic" ? topics.get(value) : undefined) ?? value;
  };
  return [...new Set([...counts.keys(), ...selected])]
    .map((value) => ({
      value,
      name: nameOf(value),
      count: counts.get(value) ?? 0,
      selected: selected.includes(value),
    }))
    .sort((a, b) =>
      facet === "year" || facet === "month"
        ? timeOf(b).localeCompare(timeOf(a), "en")
        : b.count - a.count || (a.name < b.name ? -1 : 1),
    );
}
