import { dateWords } from "../archive/dates.ts";
import { whyIndexIsUnreachable } from "../offline/why-unreachable.ts";
import { type Results, search } from "./pagefind-client.ts";
import { resultItem } from "./result-item.ts";

/** The search page: reads the query from the address and the field, and shows what is found. */

const atOnce = 20;
const pauseInTyping = 150;

const input = document.querySelector<HTMLInputElement>("#search-input");
const list = document.querySelector<HTMLElement>("#search-results");
const status = document.querySelector<HTMLElement>("#search-status");
const more = document.querySelector<HTMLElement>("#search-more");

if (input && list && status && more) start({ input, list, status, more });

interface Parts {
  input: HTMLInputElement;
  list: HTMLElement;
  status: HTMLElement;
  more: HTMLElement;
}

function start({ input, list, status, more }: Parts): void {
  const index = list.dataset["index"] ?? "";
  const total = list.dataset["total"] ?? "";
  const dayOf = dateWords(document.documentElement.lang || "en").day;
  let latest = 0;
  let timer: ReturnType<typeof setTimeout> | undefined;
  let results: Results | undefined;

  async function show(from: number, turn: number): Promise<void> {
    const hits = (await results?.get(from, atOnce)) ?? [];
    if (turn !== latest) return;
    const items = hits.map((hit) => resultItem(hit, dayOf));
    if (from === 0) list.replaceChildren(...items);
    else list.append(...items);
    more.hidden = from + items.length >= (results?.total ?? 0);
    if (from > 0) items[0]?.querySelector("a")?.focus();
  }

  async function run(query: string): Promise<void> {
    latest += 1;
    const turn = latest;
    if (query === "") {
      results = undefined;
      list.replaceChildren();
      more.hidden = true;
      status.textContent = `Type a few words to search the ${total} papers of this archive.`;
      return;
    }
    try {
      if (results === undefined) status.textContent = "Loading the index…";
      const found = await search(index, query);
      if (turn !== latest) return;
      results = found;
      await show(0, turn);
      if (turn !== latest) return;
      status.textContent =
        found.total === 0
          ? `No paper has all of these words: “${query}”. Try fewer of them, or another form.`
          : `${found.total} paper${found.total === 1 ? "" : "s"} for “${query}”`;
    } catch {
      if (turn !== latest) return;
      list.replaceChildren();
      more.hidden = true;
      status.textContent = await whyIndexIsUnreachable();
    }
  }

  function keepInAddress(query: string, asNewPage: boolean): void {
    const address = new URL(location.href);
    if (query === "") address.searchParams.delete("q");
    else address.searchParams.set("q", query);
    if (address.href === location.href) return;
    if (asNewPage) history.pushState(null, "", address);
    else history.replaceState(null, "", address);
  }

  function fromAddress(): void {
    input.value = new URLSearchParams(location.search).get("q") ?? "";
    void run(input.value.trim());
  }

  input.addEventListener("input", () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      keepInAddress(input.value.trim(), false);
      void run(input.value.trim());
    }, pauseInTyping);
  });
  input.form?.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(timer);
    keepInAddress(input.value.trim(), true);
    void run(input.value.trim());
  });
  more.querySelector("button")?.addEventListener("click", () => {
    void show(list.childElementCount, latest);
  });
  window.addEventListener("popstate", fromAddress);
  fromAddress();
}
