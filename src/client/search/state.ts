import { facetNames, type Selection } from "../../search/engine/facets.ts";
import { type SortOrder, sortOrders } from "../../search/engine/search.ts";

/** Everything by which a search can be linked and come back. */
export interface SearchState {
  text: string;
  selection: Selection;
  sort: SortOrder;
  matchAny: boolean;
}

/** Reads an address's query; what is not understood is as if it were absent. */
export function readState(search: string): SearchState {
  const parameters = new URLSearchParams(search);
  const sort = sortOrders.find((order) => order === parameters.get("sort"));
  const picked = (name: string) => [...new Set(parameters.getAll(name))].filter(Boolean);
  return {
    text: (parameters.get("q") ?? "").trim(),
    selection: {
      topic: picked("topic"),
      year: picked("year"),
      month: picked("month"),
      org: picked("org"),
      author: picked("author"),
      source: picked("source"),
      has: picked("has"),
    },
    sort: sort ?? "relevance",
    matchAny: parameters.get("words") === "some",
  };
}

/** Writes the query of an address, with `?` where there is one; the same state, the same address. */
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

export function isPicked(selection: Selection): boolean {
  return facetNames.some((facet) => selection[facet].length > 0);
}

/** Picks a value of a facet, or takes it away. */
export function toggled(state: SearchState, facet: keyof Selection, value: string): SearchState {
  const before = state.selection[facet];
  const after = before.includes(value)
    ? before.filter((other) => other !== value)
    : [...before, value];
  return { ...state, selection: { ...state.selection, [facet]: after } };
}
