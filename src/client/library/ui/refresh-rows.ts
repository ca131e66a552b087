import { library } from "../../../i18n/strings.ts";
import { element } from "../../element.ts";
import { updateSummary } from "../saved-paper.ts";
import { fetchCards } from "./fetch-cards.ts";
import { showCard, summaryOf } from "./paper-row.ts";
import { thisLibrary } from "./this-library.ts";

/**
 * Updates the rows that are new on the page, and what is stored about their papers, with what the
 * archive knows now. Returns whether a paper has moved to another id, so that the rows are outdated.
 */
export async function refreshRows(lists: HTMLElement, cardFiles: number): Promise<boolean> {
  const rows = new Map<string, HTMLElement>();
  for (const row of lists.querySelectorAll<HTMLElement>("li[data-paper]:not([data-asked])")) {
    row.dataset["asked"] = "";
    rows.set(row.dataset["paper"] ?? "", row);
  }
  const codes = [...rows.keys()].map((id) => ({ id }));
  const { found, unknown } = await fetchCards(codes, cardFiles);
  const now = new Date().toISOString();
  let moved = false;
  for (const { code, card } of found) {
    const id = "id" in code ? code.id : card.id;
    if (id !== card.id) {
      moved = thisLibrary.moveAliases(card.id, [id]) === "stored" || moved;
      continue;
    }
    const current = summaryOf(card);
    const stored = thisLibrary.get(id);
    if (stored && (stored.title !== current.title || stored.published !== current.published)) {
      thisLibrary.change(id, current, (paper) => updateSummary(paper, current), now);
    }
    const row = rows.get(id);
    if (row) showCard(row, card);
  }
  for (const code of unknown) showMissing("id" in code ? rows.get(code.id) : undefined);
  return moved;
}

/** Shows that the archive no longer has a paper. Its page no longer exists either. */
function showMissing(row: HTMLElement | undefined): void {
  const message = element("p", { class: "facts-line" }, library.notInArchive);
  row?.querySelector(".entry")?.append(message);
  row?.querySelector("a")?.removeAttribute("href");
}
