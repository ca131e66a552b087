import { requireElement } from "../require-element.ts";

/** The elements of the search page that its script works with, as named in src/pages/search.astro. */
export function pageElements() {
  const byId = <T extends HTMLElement>(id: string, kind: new () => T): T =>
    requireElement(document, `#${id}`, kind);
  return {
    input: byId("search-input", HTMLInputElement),
    list: byId("search-results", HTMLOListElement),
    status: byId("search-status", HTMLParagraphElement),
    messages: byId("search-notes", HTMLDivElement),
    more: byId("search-more", HTMLParagraphElement),
    moreError: byId("search-more-fault", HTMLSpanElement),
    facets: byId("search-facets", HTMLDetailsElement),
    facetLists: byId("search-facet-lists", HTMLDivElement),
    bar: byId("search-bar", HTMLDivElement),
    sort: byId("search-sort", HTMLSelectElement),
    matchAny: byId("search-match-any", HTMLButtonElement),
    citations: byId("search-export", HTMLDivElement),
    start: byId("search-start", HTMLElement),
    recent: byId("search-recent", HTMLElement),
  };
}
