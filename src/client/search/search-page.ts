import { addressesUnder } from "../../archive/addresses.ts";
import { searchPage, unavailable } from "../../i18n/strings.ts";
import { MissingPartError } from "../../search/engine/part-files.ts";
import { type SearchAnswer, search } from "../../search/engine/search.ts";
import "../copy-formulas.ts";
import { thisLibrary } from "../library/ui/this-library.ts";
import { enableArrowKeys } from "./arrow-keys.ts";
import { listenToExport, showExport } from "./export-bar.ts";
import { createFilterPanel } from "./filter-panel.ts";
import { listenToForm, type SearchManner } from "./listen-to-form.ts";
import { pageElements } from "./page-elements.ts";
import { rememberSearch } from "./recent-searches.ts";
import { createResultList } from "./result-list.ts";
import { correctionsOf, quote, statusOf } from "./result-messages.ts";
import {
  type ListPosition,
  restorePosition,
  savedPosition,
  savePosition,
  topOfList,
} from "./scroll-position.ts";
import { createSearchIndex } from "./search-index.ts";
import { showMessages } from "./search-messages.ts";
import { hasFilters, readState, type SearchState, writeState } from "./search-state.ts";
import { showStart } from "./show-start.ts";
import { whySearchIsUnavailable } from "./why-unavailable.ts";

/** The search page: reads the search from the address and the form, and shows the results. */

/** Milliseconds after which a running search is announced. */
const announceAfter = 400;

const page = pageElements();
const addresses = addressesUnder(page.list.dataset["base"] ?? "/");
const total = Number(page.list.dataset["total"]);

const index = createSearchIndex(addresses);
const pageTitle = document.title;
let state = readState(location.search);
/** Counts the searches, so that the results of an outdated one are dropped. */
let generation = 0;

const filters = createFilterPanel(page, {
  state: () => state,
  searchFor: (next) => searchFor(next),
  searchAgain: () => void run(false),
  count: () => void countFilters(),
});
const results = createResultList(page, addresses, index.open);

function isEmptySearch(): boolean {
  return state.text === "" && !hasFilters(state.selection);
}

async function run(typing: boolean, position = topOfList, isRetry = false): Promise<void> {
  generation += 1;
  const own = generation;
  const isCurrent = () => own === generation;
  showStart(page, {
    memory: thisLibrary,
    isEmpty: isEmptySearch(),
    addressOf: (text) => addresses.search() + writeState({ ...state, text }),
  });
  document.title =
    state.text === "" ? pageTitle : searchPage.pageTitle(quote(state.text), pageTitle);
  page.sort.value = state.sort;
  if (isEmptySearch()) {
    clear();
    page.status.textContent = searchPage.prompt(total);
    return;
  }
  const announcing = announceSearch(isCurrent);
  try {
    const site = await index.open();
    const counts = filters.counts(site.archive.total);
    const answer = await search(site, { ...state, typing, ...counts });
    if (!isCurrent()) return;
    await results.show(answer, position.shown, {
      isCurrent,
      started: () => {
        clearTimeout(announcing);
        showAnswer(answer);
        const hasAuthors = site.archive.authors > 1;
        filters.show(answer, { counted: counts.facets, hasAuthors });
      },
    });
    if (isCurrent()) restorePosition(page.list, position);
  } catch (error) {
    if (!isCurrent()) return;
    // If the site was updated while this page was open, its index has other files now.
    const wasOpen = index.isOpen();
    index.close();
    if (error instanceof MissingPartError && wasOpen && !isRetry)
      return run(typing, position, true);
    clear();
    await showFailure(error, isCurrent);
  } finally {
    clearTimeout(announcing);
  }
}

function announceSearch(isCurrent: () => boolean): ReturnType<typeof setTimeout> {
  const message = index.isOpen() ? searchPage.searching : searchPage.loadingIndex;
  const announce = () => {
    if (isCurrent()) page.status.textContent = message;
  };
  return setTimeout(announce, index.isOpen() ? announceAfter : 0);
}

function clear(): void {
  results.clear();
  page.messages.replaceChildren();
  page.bar.hidden = true;
  page.facets.hidden = true;
  page.matchAny.hidden = true;
}

/** Shows why a search failed. Anything but a missing part of the index is a bug, and is logged. */
async function showFailure(error: unknown, isCurrent: () => boolean): Promise<void> {
  if (!(error instanceof MissingPartError)) console.error(error);
  const reason = await whySearchIsUnavailable();
  if (isCurrent()) page.status.textContent = reason;
}

/** Shows everything about an answer but its results and filters: status, messages, citations. */
function showAnswer(answer: SearchAnswer): void {
  const count = answer.papers.length;
  page.status.textContent = statusOf(answer, state);
  page.moreError.textContent = "";
  const faults = answer.faults.map(({ message }) => message);
  showMessages(page.messages, [...faults, ...correctionsOf(answer, state.text)]);
  page.bar.hidden = count === 0;
  showExport(page.citations, count);
  page.matchAny.hidden = answer.mode !== "all" || !answer.severalWords;
}

/** Counts the values of the filters for the results that are shown. */
async function countFilters(): Promise<void> {
  const own = generation;
  const isCurrent = () => own === generation;
  try {
    const site = await index.open();
    const answer = await search(site, {
      ...state,
      typing: false,
      ...filters.counts(site.archive.total),
      facets: true,
    });
    if (!isCurrent()) return;
    filters.show(answer, { counted: true, hasAuthors: site.archive.authors > 1 });
  } catch (error) {
    if (!isCurrent()) return;
    // Another build is published: its results are others, too.
    if (error instanceof MissingPartError && navigator.onLine) {
      index.close();
      return run(false);
    }
    await showFailure(error, isCurrent);
  }
}

/** Shows the next page of results, and moves the focus to the first of them. */
async function showMore(): Promise<void> {
  const own = generation;
  const isCurrent = () => own === generation;
  const from = results.shown;
  try {
    await results.showMore(isCurrent);
  } catch (error) {
    await showFailure(error, isCurrent);
    // The status is out of sight at the end of the list.
    if (isCurrent()) page.moreError.textContent = page.status.textContent;
    return;
  }
  const { answer, shown } = results;
  if (!isCurrent() || !answer) return;
  // An earlier attempt may have failed.
  page.status.textContent = statusOf(answer, state);
  page.moreError.textContent = "";
  page.list.children[from]?.querySelector("a")?.focus();
  savePosition(history, { shown });
}

/** Runs a search and writes it to the address: as a new history entry, or while typing, in place. */
function searchFor(
  next: SearchState,
  { typing = false, inPlace = false }: SearchManner = {},
): void {
  state = next;
  const address = location.pathname + writeState(state);
  if (address !== location.pathname + location.search) {
    if (inPlace) history.replaceState(null, "", address);
    else history.pushState(null, "", address);
  }
  if (!inPlace) rememberSearch(thisLibrary, state.text);
  void run(typing);
}

function runFromAddress(position: ListPosition): void {
  state = readState(location.search);
  page.input.value = state.text;
  void run(false, position);
}

listenToForm(page, { state: () => state, searchFor });
page.more.querySelector("button")?.addEventListener("click", showMore);

listenToExport(page.citations, {
  papers: async () =>
    results.answer ? (await index.open()).resultDocuments(results.answer.papers) : [],
  addressOf: addresses.paper,
  failed: (error) => {
    const own = generation;
    void showFailure(error, () => own === generation);
  },
  writerMissing: () => {
    page.status.textContent = unavailable.citations;
  },
});

// A search is worth remembering when a result is opened, and "back" should lead to that result.
page.list.addEventListener("click", ({ target }) => {
  rememberSearch(thisLibrary, state.text);
  const link = target instanceof Element ? target.closest("a") : null;
  const item = link?.closest<HTMLElement>("li[data-paper]");
  if (item) savePosition(history, { shown: results.shown, opened: item.dataset["paper"] });
});

enableArrowKeys(page.input, page);
window.addEventListener("popstate", () => runFromAddress(savedPosition(history)));
runFromAddress(savedPosition(history));
// Without a query, readers want to type one. On touch screens, the keyboard would cover the page.
if (state.text === "" && matchMedia("(hover: hover)").matches) page.input.focus();
