import { facetNames, type Selection } from "../../search/engine/facets.ts";
import { type SortOrder, sortOrders } from "../../search/engine/search.ts";

/** Everything that defines a search, as written in its address. */
export interface SearchState {
  text: string;
  selection: Selection;
  sort: SortOrder;
  matchAny: boolean;
}

/** Reads the query of an address. Ignores what it does not know. */
export function readState(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const sort = sortOrders.find((order) => order === parameters.get("sort"));
  const selected = (name: string) => [...new Set(parameters.getAll(name))].filter(Boolean);
  return {
    text: (parameters.get("q") ?? "").trim(),
    selection: {
      topic: selected("topic"),
      year: selected("year"),
      month: selected("month"),
      org: selected("org"),
      author: selected("author"),
      source: selected("source"),
      has: selected("has"),
    },
    sort: sort ?? "relevance",
    matchAny: parameters.get("words") === "some",
  };
}

/**
 * Writes the query of an address, with its `?`, or an empty string. Equal states give equal
 * strings.
 */
export function writeState({ text, selection, sort, matchAny }: SearchState): string {
  const parameters = new URLSearchParams();
  if (text !== "") parameters.set("q", text);
  for (const facet of facetNames) {
    for (const value of selection[facet].toSorted()) parameters.append(facet, value);
  }
  if (sort !== "relevance") parameters.set("sort", sort);
  if (matchAny) parameters.set("words", "some");
  const written = parameters.toString();
  return written === "" ? "" : `?${written}`;
}

/** Whether any filter is selected. */
export function hasFilters(selection: Selection): boolean {
  return facetNames.some((facet) => selection[facet].length > 0);
}

/** Selects a value of a facet, or removes it from the selection. */
export function toggleFilter(
  state: SearchState,
  facet: keyof Selection,
  value: string,
): SearchState {
  const before = state.selection[facet];
  const after = before.includes(value)
    ? before.filter((other) => other !== value)
    : [...before, value];
  return { ...state, selection: { ...state.selection, [facet]: after } };
}
