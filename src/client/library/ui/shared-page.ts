import type { PaperCard } from "../../../archive/paper-cards.ts";
import { library as words } from "../../../i18n/strings.ts";
import { precachePages } from "../../offline/precache.ts";
import { requireElement } from "../../require-element.ts";
import { loadLibrary } from "../load-library.ts";
import { setSaved } from "../saved-paper.ts";
import { codeLabel, decodeFragment, matchesCode, type ShareCode } from "../share-link.ts";
import { addresses } from "./addresses.ts";
import { reportFailure } from "./announce.ts";
import { fetchCards } from "./fetch-cards.ts";
import { addListButtons } from "./list-buttons.ts";
import { pagedList, paperRow, summaryOf } from "./paper-row.ts";
import { thisLibrary } from "./this-library.ts";

/** The page of a list that someone shared as a link. */

/** The most papers of a list whose pages are stored for reading offline when the list is saved. */
const mostPrecached = 100;
const mostNamed = 10;

const status = requireElement(document, "#shared-status", HTMLElement);
const list = requireElement(document, "#shared-list", HTMLElement);
const saveButton = requireElement(document, "#shared-save", HTMLButtonElement);
const missing = requireElement(document, "#shared-missing", HTMLElement);
const cardFiles = Number(list.dataset["cardFiles"]);

let cards: PaperCard[] = [];
/** Counts the lists shown, so that a slow answer for an earlier one is ignored. */
let generation = 0;

async function show(): Promise<void> {
  generation += 1;
  const own = generation;
  const { codes, invalid } = decodeFragment(location.hash);
  list.replaceChildren();
  saveButton.hidden = true;
  missing.hidden = true;
  if (codes.length + invalid.length === 0) {
    status.textContent = words.emptyLink;
    return;
  }
  status.textContent = words.loadingList;
  const { found, unknown, failed } = await fetchCards(codes, cardFiles);
  if (own !== generation) return;
  const stored = storedCards(failed);
  const all = [...found.map(({ card }) => card), ...stored.values()];
  cards = [...new Map(all.map((card) => [card.id, card])).values()];
  const rows = cards.map((card) => paperRow(card.id, summaryOf(card), { card, level: 2 }));
  list.replaceChildren(pagedList(rows, addListButtons));
  addListButtons();
  const unavailable = failed.filter((code) => !stored.has(code));
  status.textContent =
    unavailable.length > 0
      ? words.partOfList(cards.length, codes.length)
      : words.inList(cards.length);
  showMissing([...unknown.map(codeLabel), ...invalid], unavailable.map(codeLabel));
  showSaveButton();
}

/** What the device has stored about papers that could not be loaded. */
function storedCards(codes: readonly ShareCode[]): Map<ShareCode, PaperCard> {
  const papers = codes.length > 0 ? [...loadLibrary(thisLibrary).papers] : [];
  return new Map(
    codes.flatMap((code) => {
      const [id, paper] = papers.find(([one]) => matchesCode(code, one)) ?? [];
      if (id === undefined || !paper) return [];
      const { title: titleText, published } = paper;
      return [[code, published ? { id, titleText, published } : { id, titleText }]];
    }),
  );
}

function showMissing(unknown: readonly string[], unavailable: readonly string[]): void {
  const lines = [
    unknown.length > 0 && words.notInThisArchive(unknown.length, quoted(unknown)),
    unavailable.length > 0 && words.couldNotLoad(unavailable.length, quoted(unavailable)),
  ].filter((line) => line !== false);
  missing.hidden = lines.length === 0;
  missing.textContent = lines.join(" ");
}

function quoted(names: readonly string[]): string {
  const few = names.slice(0, mostNamed).map((name) => words.quoted(name.slice(0, 60)));
  const list = few.join(", ");
  return names.length > few.length ? words.andMore(list, names.length - few.length) : list;
}

function showSaveButton(): void {
  const unsaved = cards.filter(({ id }) => thisLibrary.get(id)?.saved === undefined);
  saveButton.hidden = unsaved.length === 0;
  saveButton.textContent = words.saveList(unsaved.length);
}

function saveAll(): void {
  const now = new Date().toISOString();
  for (const card of cards) {
    const result = thisLibrary.change(card.id, summaryOf(card), setSaved(true), now);
    reportFailure(result);
    if (result === "full" || result === "blocked") break;
  }
  const saved = cards.filter(({ id }) => thisLibrary.get(id)?.saved !== undefined);
  precachePages(
    saved.slice(0, mostPrecached).map(({ id }) => new URL(addresses.paper(id), location.href).href),
  );
  status.textContent = words.savedFromList(saved.length, cards.length);
  addListButtons();
  showSaveButton();
}

saveButton.addEventListener("click", saveAll);
window.addEventListener("hashchange", () => void show());
void show();
