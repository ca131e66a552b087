import { coins } from "../../archive/citations/coins.ts";
import type { ResultDocument } from "../../search/engine/open-search.ts";
import { element } from "../element.ts";
import { citationOf } from "./result-citation.ts";

/** Adds to each item of a list of results what Zotero reads of its paper, and tells Zotero to look again. */
export function showCoins(
  items: readonly HTMLElement[],
  papers: readonly ResultDocument[],
  addressOf: (id: string) => string,
): void {
  for (const [at, paper] of papers.entries()) {
    const title = coins(citationOf(paper, addressOf));
    items[at]?.firstElementChild?.append(element("span", { class: "Z3988", title }));
  }
  document.dispatchEvent(new Event("ZoteroItemUpdated", { bubbles: true, cancelable: true }));
}
