import { element } from "../../element.ts";
import { announce, complain } from "./announce.ts";
import { type MarkedPaper, type Marks, marksOf } from "./paper-buttons.ts";
import { onChangeElsewhere, thisDevice } from "./this-device.ts";

/** Lists of papers: buttons beside each paper, and those read can be hidden. */

const hideRead = "hide-read";
const rows = new Map<HTMLElement, { paper: MarkedPaper; marks: Marks }>();
let bar: { whole: HTMLElement; button: HTMLButtonElement; words: HTMLElement } | undefined;

/** Puts the buttons beside every paper under a node that has none yet. */
export function markLists(root: ParentNode = document): void {
  for (const item of rows.keys()) if (!item.isConnected) rows.delete(item);
  for (const item of root.querySelectorAll<HTMLElement>("li[data-paper]")) {
    const paper = rows.has(item) ? undefined : paperOf(item);
    if (!paper) continue;
    const marks = marksOf(paper, true, showRead);
    item.append(element("p", { class: "marks" }, marks.save, marks.read));
    rows.set(item, { paper, marks });
  }
  showRead();
  hide();
}

function paperOf(item: HTMLElement): MarkedPaper | undefined {
  const { paper: id, aliases, title } = item.dataset;
  const words = title ?? item.querySelector("h2, h3")?.textContent.trim().replace(/\s+/g, " ");
  if (!id || !words) return undefined;
  const published = item.querySelector<HTMLTimeElement>(".date time")?.dateTime;
  return {
    id,
    aliases: aliases?.split(" ") ?? [],
    facts: published === undefined ? { title: words } : { title: words, published },
  };
}

/** Sets off the papers that are read, and offers to hide them where there are any. */
function showRead(): void {
  let read = 0;
  for (const [item, { paper }] of rows) {
    const isRead = thisDevice.get(paper.id)?.read !== undefined;
    item.toggleAttribute("data-read", isRead);
    if (isRead && mayHide(item)) read += 1;
  }
  if (read > 0) bar ??= makeBar();
  if (bar) bar.whole.hidden = read === 0;
}

/**
 * Hides the papers that are read, if that is wanted. Not done when a paper's button is pressed: the
 * paper would be gone under the visitor's hand.
 */
function hide(): void {
  const wanted = thisDevice.getText(hideRead) !== undefined;
  let hidden = 0;
  for (const item of rows.keys()) {
    item.hidden = wanted && item.hasAttribute("data-read") && mayHide(item);
    if (item.hidden) hidden += 1;
  }
  if (!bar) return;
  bar.button.setAttribute("aria-pressed", String(wanted));
  bar.words.textContent =
    hidden === 0
      ? ""
      : `${hidden} of ${rows.size} papers on this page ${hidden === 1 ? "is" : "are"} hidden`;
}

/** A list that the visitor made, or opened by its address, is shown whole. */
function mayHide(item: HTMLElement): boolean {
  return item.closest("[data-whole]") === null;
}

function makeBar(): NonNullable<typeof bar> {
  const button = element("button", { type: "button", class: "mark" }, "Hide what I have read");
  const words = element("span");
  const whole = element("p", { class: "marks-bar" }, button, words);
  button.addEventListener("click", () => {
    const wanted = thisDevice.getText(hideRead) === undefined;
    complain(thisDevice.setText(hideRead, wanted ? "yes" : undefined));
    hide();
    announce(words.textContent || "Nothing is hidden on this page.");
  });
  const head = document.querySelector(".page-head");
  if (head) head.append(whole);
  else document.querySelector(".papers")?.before(whole);
  return { whole, button, words };
}

onChangeElsewhere(() => {
  for (const { marks } of rows.values()) marks.refresh();
  showRead();
  hide();
});
