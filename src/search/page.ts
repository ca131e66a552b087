import { addressesUnder } from "../archive/addresses.ts";
import { dateWords } from "../archive/dates.ts";
import { whyIndexIsUnreachable, whyWriterIsMissing } from "../offline/why-unreachable.ts";
import { markLists } from "../visitor/browser/list-marks.ts";
import { readIds, savedIds, thisDevice } from "../visitor/browser/this-device.ts";
import { type OpenSearch, openSearch } from "./engine/open-search.ts";
import { PartMissing, type ReadFile } from "./engine/part-files.ts";
import { type SearchAnswer, type SortOrder, search, sortOrders } from "./engine/search.ts";
import { showFacets } from "./page/facet-lists.ts";
import { moveByArrows } from "./page/keys.ts";
import { partsOfPage } from "./page/parts.ts";
import { rememberSearch } from "./page/recent.ts";
import { recentList } from "./page/recent-list.ts";
import { type ItemContext, resultItem } from "./page/result-item.ts";
import { correctionsOf, statusOf } from "./page/sentences.ts";
import { isPicked, readState, type SearchState, toggled, writeState } from "./page/state.ts";

/** The search page: reads the search from the address and the form, and shows what is found. */

const atOnce = 20;
const pauseInTyping = 120;
/** More papers than this are no list that anybody exports by hand. */
const mostExported = 500;

const page = partsOfPage();
const base = page.list.dataset["base"] ?? "/";
const total = page.list.dataset["total"] ?? "";
const to = addressesUnder(base);

let site: Promise<OpenSearch> | undefined;
let state = readState(location.search);
let answer: SearchAnswer | undefined;
let shown = 0;
let turn = 0;
let timer: ReturnType<typeof setTimeout> | undefined;

const read: ReadFile = async (path) => {
  // The first file names the others, so it must be the site's newest.
  const fresh = path.endsWith("archive.bin") ? { cache: "no-cache" as const } : {};
  const response = await fetch(to.file(path), fresh).catch((cause: unknown) => {
    throw new PartMissing(path, { cause });
  });
  if (!response.ok) throw new PartMissing(path);
  return new Uint8Array(await response.arrayBuffer());
};

function opened(): Promise<OpenSearch> {
  site ??= openSearch(read, { saved: savedIds, read: readIds });
  site.catch(() => {
    // A failed load must not fail every later search.
    site = undefined;
  });
  return site;
}

const { period: periodOf, month: monthOf } = dateWords(document.documentElement.lang || "en");
/** Whether the reader asked for the authors to choose from. */
let byAuthor = false;

async function show(from: number, mine: number): Promise<void> {
  const current = answer;
  if (!current) return;
  const open = await opened();
  const hits = await open.shown(current.papers.slice(from, from + atOnce));
  if (mine !== turn) return;
  const names = new Map(open.archive.topics);
  const context: ItemContext = {
    addressOf: to.paper,
    topicAddress: to.topic,
    topicName: (id) => names.get(id) ?? id,
    periodOf,
  };
  const items = hits.map((hit) => resultItem(hit, current.found, context));
  if (from === 0) page.list.replaceChildren(...items);
  else page.list.append(...items);
  markLists(page.list);
  shown = from + items.length;
  page.more.hidden = shown >= current.papers.length;
  if (from > 0) items[0]?.querySelector("a")?.focus();
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

async function run(typing: boolean, isAnew = false): Promise<void> {
  turn += 1;
  const mine = turn;
  showRecent();
  page.sort.value = state.sort;
  if (state.text === "" && !isPicked(state.selection)) {
    showNothing();
    page.status.textContent = `Type a few words to search the ${total} papers of this archive.`;
    return;
  }
  if (!site) page.status.textContent = "Loading the index…";
  try {
    const open = await opened();
    byAuthor ||= state.selection.author.length > 0;
    const found = await search(open, { ...state, typing, authors: byAuthor });
    if (mine !== turn) return;
    answer = found;
    await show(0, mine);
    if (mine !== turn) return;
    showAround(found, open.archive.authors > 1);
  } catch (error) {
    if (mine !== turn) return;
    // A site that was renewed while this page was open has another index now.
    const wasOpen = site !== undefined;
    site = undefined;
    if (error instanceof PartMissing && wasOpen && !isAnew) return run(typing, true);
    showNothing();
    await sayFailure(error, mine);
  }
}

/** A part that could not be had is told as that; anything else is a fault of the site, and is shown. */
async function sayFailure(error: unknown, mine: number): Promise<void> {
  if (!(error instanceof PartMissing)) console.error(error);
  const reason = await whyIndexIsUnreachable();
  if (mine === turn) page.status.textContent = reason;
}

function showAround(found: SearchAnswer, hasAuthors: boolean): void {
  page.status.textContent = statusOf(found, state);
  const notes = [
    ...found.faults.map(({ message }) => message),
    ...correctionsOf(found, state.text),
  ];
  page.notes.replaceChildren(
    ...notes.map((note) => {
      const item = document.createElement("p");
      item.textContent = note;
      return item;
    }),
  );
  page.bar.hidden = found.papers.length === 0;
  page.exported.hidden = found.papers.length > mostExported;
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
  page.facets.hidden = !any;
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
  void run(false);
}

page.input.addEventListener("input", () => {
  clearTimeout(timer);
  timer = setTimeout(() => {
    state = { ...state, text: page.input.value.trim(), widely: false };
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
  const wider: SearchState = { ...state, widely: true };
  state = wider;
  page.input.focus();
  go(true);
});

page.more.querySelector("button")?.addEventListener("click", () => {
  show(shown, turn).catch((error: unknown) => sayFailure(error, turn));
});

for (const button of page.exported.querySelectorAll<HTMLButtonElement>("button")) {
  button.addEventListener("click", async () => {
    const { papers } = answer ?? {};
    const writer = await import("./page/export.ts").catch(() => undefined);
    if (!papers || !writer) {
      if (papers) page.status.textContent = whyWriterIsMissing;
      return;
    }
    try {
      const open = await opened();
      writer.exportPapers(await open.shown(papers), button.value, to.paper);
    } catch (error) {
      await sayFailure(error, turn);
    }
  });
}

// A search whose result was opened is one to come back to.
page.list.addEventListener("click", () => rememberSearch(thisDevice, state.text));

moveByArrows(page.input, page.list);
window.addEventListener("popstate", fromAddress);
fromAddress();
// Whoever comes without a query came to type one; a touch screen's keyboard would hide the page.
if (state.text === "" && matchMedia("(hover: hover)").matches) page.input.focus();
