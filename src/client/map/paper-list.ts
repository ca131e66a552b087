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
  let summary = "";

  // Screen readers say again what is written again.
  const say = (text: string) => {
    if (status.textContent !== text) status.textContent = text;
  };
  const appendPage = async (from: number) => {
    const listed = papers;
    const next = listed.slice(from, from + pageSize);
    if (next.some((paper) => data?.title[paper] === undefined)) await data?.whole();
    // Another list may have been asked for meanwhile.
    if (!data || papers !== listed) return undefined;
    const known = data;
    const isKnown = next.every((paper) => known.title[paper] !== undefined);
    say(isKnown ? summary : mapPage.untitled);
    if (!isKnown) {
      // The button tries again.
      if (from === 0) list.replaceChildren();
      more.hidden = false;
      return undefined;
    }
    const items = next.map((paper) => listItem(known, paper));
    if (from === 0) replaceKeepingFocus(list, items);
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
      summary = mapPage.listed(listed.length, allPapers.x.length, part);
      say(summary);
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

/** Replaces the items. A reader who has come to a paper by keyboard stays there if it is among the new ones. */
function replaceKeepingFocus(list: HTMLElement, items: readonly HTMLElement[]): void {
  const { activeElement } = document;
  const address = list.contains(activeElement) ? activeElement?.getAttribute("href") : undefined;
  list.replaceChildren(...items);
  const links = items.flatMap((item) => item.querySelector("a") ?? []);
  const same = links.find((link) => link.getAttribute("href") === address);
  same?.focus({ preventScroll: true });
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
