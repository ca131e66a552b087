import { type SortOrder, sortOrders } from "../../search/engine/search.ts";
import type { pageElements } from "./page-elements.ts";
import type { SearchState } from "./search-state.ts";

/** Milliseconds without a key press before a search starts. */
const typingPause = 120;

/** How a search is run. */
export interface SearchManner {
  /** The last word may not be complete. */
  typing?: boolean;
  /** The address of the search takes the place of the one before. */
  inPlace?: boolean;
}

/** Searches for what a reader types, and in the order that a reader chooses. */
export function listenToForm(
  page: Pick<ReturnType<typeof pageElements>, "input" | "sort" | "matchAny">,
  {
    state,
    searchFor,
  }: { state: () => SearchState; searchFor: (next: SearchState, manner?: SearchManner) => void },
): void {
  let timer: ReturnType<typeof setTimeout> | undefined;

  page.input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      const { value } = page.input;
      const next = { ...state(), text: value.trim(), matchAny: false };
      searchFor(next, { inPlace: true, typing: !/\s$/.test(value) });
    }, typingPause);
  });

  page.input.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    searchFor({ ...state(), text: page.input.value.trim() });
  });

  page.sort.addEventListener("change", () => {
    const sort: SortOrder = sortOrders.find((order) => order === page.sort.value) ?? "relevance";
    searchFor({ ...state(), sort });
  });

  page.matchAny.addEventListener("click", () => {
    page.input.focus();
    searchFor({ ...state(), matchAny: true });
  });
}
