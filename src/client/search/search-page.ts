import { addressesUnder } from "../../archive/addresses.ts";
import { dateWords } from "../../archive/dates.ts";
import { type OpenSearch, openSearch } from "../../search/engine/open-search.ts";
import { MissingPartError } from "../../search/engine/part-files.ts";
import {
  type SearchAnswer,
  type SortOrder,
  search,
  sortOrders,
} from "../../search/engine/search.ts";
import { markLists } from "../library/ui/list-marks.ts";
import { readIds, savedIds } from "../library/ui/listed-ids.ts";
import { thisDevice } from "../library/ui/this-device.ts";
import { whyIndexIsUnreachable, whyWriterIsMissing } from "../offline/why-unreachable.ts";
import { offerExport, showExport } from "./export-bar.ts";
import { showFacets } from "./facet-lists.ts";
import { moveByArrows } from "./keys.ts";
import { showNotes } from "./notes.ts";
import { pageElements } from "./page-elements.ts";
import { readPart } from "./read-part.ts";
import { rememberSearch } from "./recent.ts";
import { recentList } from "./recent-list.ts";
import { type ItemContext, resultItem } from "./result-item.ts";
import { correctionsOf, statusOf } from "./result-messages.ts";
import { atBeginning, keepPlace, type Place, placeIn, returnTo } from "./scroll-position.ts";
import { isPicked, readState, type SearchState, toggled, writeState } from "./state.ts";

/** The search page: reads the search from the address and the form, and shows what is found. */

const atOnce = 20;
const pauseInTyping = 120;
/** A search that takes longer than this says that it is at work. */
const patience = 400;

const page = pageElements();
const base = page.list.dataset["base"] ?? "/";
const total = page.list.dataset["total"] ?? "";
const to = addressesUnder(base);

let site: Promise<OpenSearch> | undefined;
let state = readState(location.search);
let answer: SearchAnswer | undefined;
let shown = 0;
let turn = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

function opened(): Promise<OpenSearch> {
  site ??= openSearch(readPart(to.file), { saved: savedIds, read: readIds });
  site.catch(() => {
    // A failed load must not fail every later search.
    site = undefined;
  });
  return site;
}

const { period: periodOf, month: monthOf } = dateWords(document.documentElement.lang || "en");
/** Whether the reader asked for the authors to choose from. */
let byAuthor = false;

async function show(from: number, mine: number, count = atOnce): Promise<void> {
  const current = answer;
  if (!current) return;
  const open = await opened();
  const hits = await open.resultDocuments(current.papers.slice(from, from + count));
  if (mine !== turn) return;
  const names = new Map(open.archive.topics);
  const context: ItemContext = {
    addressOf: to.paper,
    topicAddress: to.topic,
    topicName: (id) => names.get(id) ?? id,
    periodOf,
  };
  const items = hits.map((hit) => resultItem(hit, current.matchedKeys, context));
  if (from === 0) page.list.replaceChildren(...items);
  else page.list.append(...items);
  markLists(page.list);
  shown = from + items.length;
  page.more.hidden = shown >= current.papers.length;
}

/** Shows the next ones, and goes on at the first of them. */
async function showMore(): Promise<void> {
  const [mine, from, current] = [turn, shown, answer];
  try {
    await show(from, mine);
  } catch (error) {
    await sayFailure(error, mine);
    // The status is out of sight here.
    if (mine === turn) page.moreFault.textContent = page.status.textContent;
    return;
  }
  if (mine !== turn || !current) return;
  // Both may still tell of a part that could not be had.
  page.status.textContent = statusOf(current, state);
  page.moreFault.textContent = "";
  page.list.children[from]?.querySelector("a")?.focus();
  keepPlace(history, { shown });
}

function showNothing(): void {
  answer = undefined;
  page.list.replaceChildren();
  page.notes.replaceChildren();
  page.more.hidden = true;
  page.bar.hidden = true;
  page.facets.hidden = true;
  page.widely.hidden = true;
}

function showRecent(): void {
  const empty = state.text === "" && !isPicked(state.selection);
  const items = empty ? recentList(thisDevice, searchAddress, showRecent) : [];
  page.recent.replaceChildren(...items);
  page.recent.hidden = items.length === 0;
}

function searchAddress(text: string): string {
  return to.search() + writeState({ ...state, text });
}

async function run(typing: boolean, place: Place = atBeginning, isAnew = false): Promise<void> {
  turn += 1;
  const mine = turn;
  showRecent();
  page.sort.value = state.sort;
  if (state.text === "" && !isPicked(state.selection)) {
    showNothing();
    page.status.textContent = `Type a few words to search the ${total} papers of this archive.`;
    return;
  }
  const atWork = site ? "Searching…" : "Loading the index…";
  const waiting = setTimeout(
    () => {
      if (mine === turn) page.status.textContent = atWork;
    },
    site ? patience : 0,
  );
  try {
    const open = await opened();
    byAuthor ||= state.selection.author.length > 0;
    const found = await search(open, { ...state, typing, authors: byAuthor });
    if (mine !== turn) return;
    answer = found;
    await show(0, mine, Math.max(atOnce, place.shown));
    if (mine !== turn) return;
    showAround(found, open.archive.authors > 1);
    returnTo(page.list, place);
  } catch (error) {
    if (mine !== turn) return;
    // A site that was renewed while this page was open has another index now.
    const wasOpen = site !== undefined;
    site = undefined;
    if (error instanceof MissingPartError && wasOpen && !isAnew) return run(typing, place, true);
    showNothing();
    await sayFailure(error, mine);
  } finally {
    clearTimeout(waiting);
  }
}

/** A part that could not be had is told as that; anything else is a fault of the site, and is shown. */
async function sayFailure(error: unknown, mine: number): Promise<void> {
  if (!(error instanceof MissingPartError)) console.error(error);
  const reason = await whyIndexIsUnreachable();
  if (mine === turn) page.status.textContent = reason;
}

function showAround(found: SearchAnswer, hasAuthors: boolean): void {
  page.status.textContent = statusOf(found, state);
  page.moreFault.textContent = "";
  const faults = found.faults.map(({ message }) => message);
  showNotes(page.notes, [...faults, ...correctionsOf(found, state.text)]);
  page.bar.hidden = found.papers.length === 0;
  showExport(page.exported, found.papers.length);
  page.widely.hidden = found.mode !== "all" || !found.severalWords;
  const askForAuthors = () => {
    byAuthor = true;
    void run(false);
  };
  const any = showFacets(page.facetLists, found.facets, {
    toggle: (facet, value) => {
      state = toggled(state, facet, value);
      go(true);
    },
    monthOf,
    askForAuthors: hasAuthors && !byAuthor ? askForAuthors : undefined,
  });
  // Beside the results there is room for them; above them they would push the results away.
  if (page.facets.hidden && matchMedia("(min-width: 62rem)").matches) page.facets.open = true;
  page.facets.hidden = !any || (found.papers.length === 0 && !isPicked(state.selection));
}

/** Searches for the state and keeps it in the address; as a new entry of the history or not. */
function go(asNewPage: boolean, typing = false): void {
  const address = location.pathname + writeState(state);
  if (address !== location.pathname + location.search) {
    if (asNewPage) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  }
  if (asNewPage) rememberSearch(thisDevice, state.text);
  void run(typing);
}

function fromAddress(): void {
  state = readState(location.search);
  page.input.value = state.text;
  void run(false, placeIn(history));
}

page.input.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    state = { ...state, text: page.input.value.trim(), matchAny: false };
    go(false, !/\s$/.test(page.input.value));
  }, pauseInTyping);
});

page.input.form?.addEventListener("submit", (event) => {
  event.preventDefault();
  clearTimeout(timer);
  state = { ...state, text: page.input.value.trim() };
  go(true);
});

page.sort.addEventListener("change", () => {
  const sort: SortOrder = sortOrders.find((order) => order === page.sort.value) ?? "relevance";
  state = { ...state, sort };
  go(true);
});

page.widely.addEventListener("click", () => {
  const wider: SearchState = { ...state, matchAny: true };
  state = wider;
  page.input.focus();
  go(true);
});

page.more.querySelector("button")?.addEventListener("click", showMore);

offerExport(page.exported, {
  papers: async () => (answer ? (await opened()).resultDocuments(answer.papers) : []),
  addressOf: to.paper,
  failed: (error) => void sayFailure(error, turn),
  writerMissing: () => {
    page.status.textContent = whyWriterIsMissing;
  },
});

// A search whose result was opened is one to come back to, at that result.
page.list.addEventListener("click", ({ target }) => {
  rememberSearch(thisDevice, state.text);
  const link = target instanceof Element ? target.closest("a") : null;
  const item = link?.closest<HTMLElement>("li[data-paper]");
  if (item) keepPlace(history, { shown, opened: item.dataset["paper"] });
});

moveByArrows(page.input, page);
window.addEventListener("popstate", fromAddress);
fromAddress();
// Whoever comes without a query came to type one; a touch screen's keyboard would hide the page.
if (state.text === "" && matchMedia("(hover: hover)").matches) page.input.focus();
