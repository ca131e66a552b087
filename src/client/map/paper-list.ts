import { mapPage } from "../../i18n/strings.ts";
import { element } from "../element.ts";
import type { MapData } from "./map-data.ts";

const pageSize = 50;

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

  const appendPage = () => {
    const from = list.childElementCount;
    const next = papers.slice(from, from + pageSize);
    if (data) for (const paper of next) list.append(listItem(data, paper));
    more.hidden = list.childElementCount >= papers.length;
    return list.children[from];
  };
  more.querySelector("button")?.addEventListener("click", () => {
    appendPage()?.querySelector("a")?.focus();
  });

  return {
    show: (allPapers, listed, part) => {
      status.textContent = mapPage.listed(listed.length, allPapers.title.length, part);
      data = allPapers;
      papers = listed;
      list.replaceChildren();
      appendPage();
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
