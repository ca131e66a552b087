import { mapPage } from "../../i18n/strings.ts";
import { element } from "../element.ts";
import { type MapData, newestOnMap as pageSize } from "./map-data.ts";

/** The list beside the map: the same papers as text. */
export interface PaperList {
  /** Lists papers in the order given, a page at a time, and says of which part of the map they are. */
  show: (data: MapData, papers: readonly number[], part: "all" | "visible" | "selected") => void;
  /** Calls back with the paper that the reader points at in the list, or `undefined` for none. */
  onPoint: (pointed: (paper: number | undefined) => void) => void;
}

/** Connects the list in the page's HTML. Undefined where the page has none. */
export function createPaperList(): PaperList | undefined {
  const list = document.querySelector<HTMLElement>("#map-papers");
  const status = document.querySelector<HTMLElement>("#map-status");
  const more = document.querySelector<HTMLElement>("#map-more");
  if (!list || !status || !more) return undefined;

  let data: MapData | undefined;
  let papers: readonly number[] = [];

  const appendPage = async (from: number) => {
    const listed = papers;
    const next = listed.slice(from, from + pageSize);
    if (next.some((paper) => data?.title[paper] === undefined)) await data?.whole();
    // Another list may have been asked for meanwhile.
    if (!data || papers !== listed) return undefined;
    const known = data;
    const items = next.map((paper) => listItem(known, paper));
    if (from === 0) list.replaceChildren(...items);
    else if (list.childElementCount === from) list.append(...items);
    more.hidden = list.childElementCount >= listed.length;
    return items[0];
  };
  more.querySelector("button")?.addEventListener("click", async () => {
    const first = await appendPage(list.childElementCount);
    first?.querySelector("a")?.focus();
  });

  return {
    show: (allPapers, listed, part) => {
      status.textContent = mapPage.listed(listed.length, allPapers.x.length, part);
      data = allPapers;
      papers = listed;
      void appendPage(0);
    },
    onPoint: (pointed) => {
      for (const kind of ["pointerover", "focusin"] as const) {
        list.addEventListener(kind, ({ target }) => pointed(paperOf(target)));
      }
      for (const kind of ["pointerleave", "focusout"] as const) {
        list.addEventListener(kind, () => pointed(undefined));
      }
    },
  };
}

function listItem(data: MapData, paper: number): HTMLElement {
  const attributes = { href: data.address[paper] ?? "", dir: "auto" };
  const link = element("a", attributes, data.title[paper] ?? "");
  const date = element("span", { class: "label" }, data.date[paper] ?? "");
  return element("li", { "data-paper": String(paper) }, link, " ", date);
}

function paperOf(target: EventTarget | null): number | undefined {
  const item = target instanceof Element ? target.closest("li") : null;
  const paper = item?.dataset["paper"];
  return paper === undefined ? undefined : Number(paper);
}
