/** The parts of the page, by the names in src/pages/search.astro. */
export function partsOfPage() {
  const part = <T extends HTMLElement>(id: string, kind: new () => T): T => {
    const found = document.getElementById(id);
    if (found instanceof kind) return found;
    throw new Error(`The search page has no ${id}.`);
  };
  return {
    input: part("search-input", HTMLInputElement),
    list: part("search-results", HTMLOListElement),
    status: part("search-status", HTMLParagraphElement),
    notes: part("search-notes", HTMLDivElement),
    more: part("search-more", HTMLParagraphElement),
    moreFault: part("search-more-fault", HTMLSpanElement),
    facets: part("search-facets", HTMLDetailsElement),
    facetLists: part("search-facet-lists", HTMLDivElement),
    bar: part("search-bar", HTMLDivElement),
    sort: part("search-sort", HTMLSelectElement),
    widely: part("search-widely", HTMLButtonElement),
    exported: part("search-export", HTMLDivElement),
    recent: part("search-recent", HTMLElement),
  };
}
