import { listButtons } from "../../../i18n/strings.ts";
import { element } from "../../element.ts";
import { announce, reportFailure } from "./announce.ts";
import { keepTrails } from "./keep-trail.ts";
import { createPaperButtons, type PagePaper, type PaperButtons } from "./paper-buttons.ts";
import { onChangeElsewhere, thisLibrary } from "./this-library.ts";

/** Lists of papers: buttons for each paper, and a button that hides the papers that are read. */

const hideReadSetting = "hide-read";
const items = new Map<HTMLElement, { paper: PagePaper; buttons: PaperButtons }>();
const hideButton = document.querySelector<HTMLButtonElement>("[data-hide-read]");

/** Adds buttons to every paper under `root` that does not have them yet. */
export function addListButtons(root: ParentNode = document): void {
  for (const item of items.keys()) if (!item.isConnected) items.delete(item);
  for (const item of root.querySelectorAll<HTMLElement>("li[data-paper]")) {
    const paper = items.has(item) ? undefined : paperOf(item);
    if (!paper) continue;
    nameLinks(item, paper.summary.title);
    const buttons = createPaperButtons(paper, true, showRead);
    // Keys that apply to the row that has the focus: src/client/shortcuts.
    buttons.save.dataset["key"] = "s";
    buttons.read.dataset["key"] = "r";
    item.append(element("p", { class: "marks" }, buttons.save, buttons.read));
    items.set(item, { paper, buttons });
  }
  showRead();
  hideRead();
}

/** Names the links of a row for those who hear them without it. In every row of every list, the names took a tenth of it. */
function nameLinks(item: HTMLElement, title: string): void {
  for (const link of item.querySelectorAll(".badges a, a.badge")) {
    link.ariaLabel ??= `${link.textContent} ${title}`;
  }
}

function paperOf(item: HTMLElement): PagePaper | undefined {
  const { paper: id, aliases, title: plainTitle, published } = item.dataset;
  const heading = item.querySelector("h2, h3")?.textContent;
  const title = plainTitle ?? heading?.trim().replace(/\s+/g, " ");
  if (!id || !title) return undefined;
  return {
    id,
    aliases: aliases?.split(" ") ?? [],
    summary: published === undefined ? { title } : { title, published },
  };
}

/** Marks the items of papers that are read. */
function showRead(): void {
  for (const [item, { paper }] of items) {
    item.toggleAttribute("data-read", thisLibrary.get(paper.id)?.read !== undefined);
  }
}

/**
 * Hides the papers that are read if the reader wants that and can change it here. Not called when a paper is
 * marked, so that it does not disappear under the reader's pointer.
 */
function hideRead(): number {
  const wanted = hideButton !== null && isHidingWanted();
  let hidden = 0;
  for (const item of items.keys()) {
    item.hidden = wanted && item.hasAttribute("data-read") && canHide(item);
    if (item.hidden) hidden += 1;
  }
  if (!hideButton) return hidden;
  hideButton.ariaPressed = String(wanted);
  hideButton.textContent = listButtons.hideRead(hidden);
  return hidden;
}

function isHidingWanted(): boolean {
  return thisLibrary.getText(hideReadSetting) !== undefined;
}

/** The reader's own lists, search results and shared lists always show all papers. */
function canHide(item: HTMLElement): boolean {
  return !item.closest("[data-whole]");
}

hideButton?.addEventListener("click", () => {
  reportFailure(thisLibrary.setText(hideReadSetting, isHidingWanted() ? undefined : "yes"));
  const hidden = hideRead();
  announce(hidden > 0 ? listButtons.hidden(hidden, items.size) : listButtons.noneHidden);
});

keepTrails();

onChangeElsewhere(() => {
  for (const { buttons } of items.values()) buttons.refresh();
  showRead();
  hideRead();
});
