import type { MapData } from "./map-data.ts";

const atOnce = 50;

/** The list beside the map: the text form of what the map shows. Undefined where the page has none. */
export function paperList() {
  const list = document.querySelector<HTMLElement>("#map-papers");
  const status = document.querySelector<HTMLElement>("#map-status");
  const more = document.querySelector<HTMLElement>("#map-more");
  if (!list || !status || !more) return undefined;

  let data: MapData | undefined;
  let papers: readonly number[] = [];
  let shown = 0;
  let point: (paper: number | undefined) => void = () => {};

  const item = (from: MapData, paper: number) => {
    const entry = document.createElement("li");
    const link = document.createElement("a");
    link.href = from.address[paper] ?? "";
    link.textContent = from.title[paper] ?? "";
    const date = document.createElement("span");
    date.className = "label";
    date.textContent = from.date[paper] ?? "";
    entry.dataset["paper"] = String(paper);
    entry.append(link, " ", date);
    return entry;
  };
  const add = () => {
    const from = data;
    if (!from) return;
    const next = papers.slice(shown, shown + atOnce);
    const items = next.map((paper) => item(from, paper));
    if (shown === 0) list.replaceChildren(...items);
    else {
      list.append(...items);
      items[0]?.querySelector("a")?.focus();
    }
    shown += next.length;
    more.hidden = shown >= papers.length;
  };
  const paperAt = (event: Event) => {
    const entry = event.target instanceof Element ? event.target.closest("li") : null;
    const paper = entry?.dataset["paper"];
    return paper === undefined ? undefined : Number(paper);
  };

  more.querySelector("button")?.addEventListener("click", add);
  for (const kind of ["pointerover", "focusin"] as const) {
    list.addEventListener(kind, (event) => point(paperAt(event)));
  }
  for (const kind of ["pointerleave", "focusout"] as const) {
    list.addEventListener(kind, () => point(undefined));
  }

  return {
    /** Lists papers in the order given, some at once. */
    show: (from: MapData, found: readonly number[], { brushed }: { brushed: boolean }) => {
      data = from;
      papers = found;
      shown = 0;
      status.textContent = told(found.length, from.title.length, brushed);
      if (found.length === 0) list.replaceChildren();
      add();
    },
    /** Calls back with the paper that the reader points at in the list. */
    onPoint: (then: (paper: number | undefined) => void) => {
      point = then;
    },
  };
}

function told(count: number, all: number, brushed: boolean): string {
  const papers = `${count} paper${count === 1 ? "" : "s"}`;
  if (brushed) return `${papers} of ${all} in this part of the map, the newest first`;
  return count === all ? `${papers}, the newest first` : `${papers} of ${all}, the newest first`;
}
