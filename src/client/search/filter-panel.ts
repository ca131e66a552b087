import { dateFormats } from "../../archive/dates.ts";
import { nothingSelected } from "../../search/engine/facets.ts";
import type { SearchAnswer } from "../../search/engine/search.ts";
import { showFacets } from "./facet-lists.ts";
import type { pageElements } from "./page-elements.ts";
import { hasFilters, type SearchState, toggleFilter } from "./search-state.ts";

/** On wide screens the filters are next to the results; on narrow ones they would push them down. */
const wideScreen = "(min-width: 62rem)";
/** In a larger archive, the facts of all papers are much to load for filters that nobody has asked for. */
const mostForOpenFilters = 10_000;

/** The filters of the latest answer. */
export interface FilterPanel {
  /** What the next search among so many papers must count: the values of the filters if they are open or are going to be. */
  counts: (total: number) => { facets: boolean; authors: boolean };
  /** Shows the filters of an answer, or that there are some, which are counted when a reader opens them. */
  show: (answer: SearchAnswer, known: { counted: boolean; hasAuthors: boolean }) => void;
}

/** What the filters need of the page. */
interface PanelContext {
  state: () => SearchState;
  searchFor: (next: SearchState) => void;
  /** Searches again, and shows all of the answer. */
  searchAgain: () => void;
  /** Counts the values of the filters for the results that are shown, and shows them. */
  count: () => void;
}

/** The filters in the page's HTML. */
export function createFilterPanel(
  { facets, facetLists }: Pick<ReturnType<typeof pageElements>, "facets" | "facetLists">,
  { state, searchFor, searchAgain, count }: PanelContext,
): FilterPanel {
  const { month: formatMonth } = dateFormats(document.documentElement.lang || "en");
  /** Whether the reader wants authors among the filters, for which another file is loaded. */
  let wantsAuthors = false;
  /** Whether the values were counted for the results that are shown. */
  let hasCounted = false;
  const isWide = () => matchMedia(wideScreen).matches;

  function wantsValues(total: number): boolean {
    if (hasFilters(state().selection)) return true;
    return facets.open || (facets.hidden && total <= mostForOpenFilters && isWide());
  }

  function showCounted(answer: SearchAnswer, hasAuthors: boolean): void {
    const { selection } = state();
    const loadAuthors = () => {
      wantsAuthors = true;
      searchAgain();
    };
    const hasFacets = showFacets(facetLists, answer.facets, {
      toggle: (facet, value) => searchFor(toggleFilter(state(), facet, value)),
      clear: hasFilters(selection)
        ? () => searchFor({ ...state(), selection: nothingSelected })
        : undefined,
      formatMonth,
      loadAuthors: hasAuthors && !wantsAuthors ? loadAuthors : undefined,
    });
    if (facets.hidden && isWide()) facets.open = true;
    facets.hidden = !hasFacets || (answer.papers.length === 0 && !hasFilters(selection));
  }

  function offer(answer: SearchAnswer): void {
    facetLists.replaceChildren();
    facets.hidden = answer.papers.length === 0;
    // They may have been opened during the search.
    if (facets.open) count();
  }

  facets.addEventListener("toggle", () => {
    if (facets.open && !facets.hidden && !hasCounted) count();
  });

  return {
    counts: (total) => {
      wantsAuthors ||= state().selection.author.length > 0;
      return { facets: wantsValues(total), authors: wantsAuthors };
    },
    show: (answer, { counted, hasAuthors }) => {
      hasCounted = counted;
      if (counted) showCounted(answer, hasAuthors);
      else offer(answer);
    },
  };
}
