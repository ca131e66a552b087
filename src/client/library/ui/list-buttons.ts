import { listButtons } from "../../../i18n/strings.ts";
import { element } from "../../element.ts";
import { announce, reportFailure } from "./announce.ts";
import { createPaperButtons, type PagePaper, type PaperButtons } from "./paper-buttons.ts";
import { onChangeElsewhere, thisLibrary } from "./this-library.ts";

/** Lists of papers: buttons for each paper, and a button that hides the papers that are read. */

const hideReadSetting = "hide-read";
const items = new Map<HTMLElement, { paper: PagePaper; buttons: PaperButtons }>();
let bar: HideReadBar | undefined;

interface HideReadBar {
  root: HTMLElement;
  button: HTMLButtonElement;
  status: HTMLElement;
}

/** Adds buttons to every paper under `root` that does not have them yet. */
export function addListButtons(root: ParentNode = document): void {
  for (const item of items.keys()) if (!item.isConnected) items.delete(item);
  for (const item of root.querySelectorAll<HTMLElement>("li[data-paper]")) {
    const paper = items.has(item) ? undefined : paperOf(item);
    if (!paper) continue;
    const buttons = createPaperButtons(paper, true, showRead);
    item.append(element("p", { class: "marks" }, buttons.save, buttons.read));
    items.set(item, { paper, buttons });
  }
  showRead();
  hideRead();
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

/** Marks the items of papers that are read, and offers to hide them if there are any. */
function showRead(): void {
  let count = 0;
  for (const [item, { paper }] of items) {
    const isRead = thisLibrary.get(paper.id)?.read !== undefined;
    item.toggleAttribute("data-read", isRead);
    if (isRead && canHide(item)) count += 1;
  }
  if (count > 0) bar ??= createBar();
  if (bar) bar.root.hidden = count === 0;
}

/**
 * Hides the papers that are read if the reader wants that. Not called when a button is pressed, so
 * that a paper does not disappear under the reader's pointer.
 */
function hideRead(): void {
  const wanted = thisLibrary.getText(hideReadSetting) !== undefined;
  let hidden = 0;
  for (const item of items.keys()) {
    item.hidden = wanted && item.hasAttribute("data-read") && canHide(item);
    if (item.hidden) hidden += 1;
  }
  if (!bar) return;
  bar.button.setAttribute("aria-pressed", String(wanted));
  bar.status.textContent = hidden === 0 ? "" : listButtons.hidden(hidden, items.size);
}

/** The reader's own lists, search results and shared lists always show all papers. */
function canHide(item: HTMLElement): boolean {
  return item.closest("[data-whole]") === null;
}

function createBar(): HideReadBar {
  const button = element("button", { type: "button", class: "mark" }, listButtons.hideRead);
  const status = element("span");
  const root = element("p", { class: "marks-bar" }, button, status);
  button.addEventListener("click", () => {
    const wanted = thisLibrary.getText(hideReadSetting) === undefined;
    reportFailure(thisLibrary.setText(hideReadSetting, wanted ? "yes" : undefined));
    hideRead();
    announce(status.textContent || listButtons.noneHidden);
  });
  const head = document.querySelector(".page-head");
  if (head) head.append(root);
  else document.querySelector(".papers")?.before(root);
  return { root, button, status };
}

onChangeElsewhere(() => {
  for (const { buttons } of items.values()) buttons.refresh();
  showRead();
  hideRead();
});
