import { likenessOrder } from "../../i18n/strings.ts";
import { element } from "../element.ts";
import { likenessToSaved } from "./likeness.ts";

/** How much the papers of some rows are like those that the reader has saved. */
export interface RowLikeness {
  scoreOf: (row: HTMLElement) => number;
  /** Says in a row which terms make its paper like the saved ones, or removes that. */
  note: (row: HTMLElement, isShown: boolean) => void;
}

/** Compares the papers of rows with the saved ones, or says why it does not. */
export async function rowLikeness(rows: Iterable<HTMLElement>): Promise<RowLikeness | string> {
  const found = await likenessToSaved([...rows].map(idOf));
  if (typeof found === "string") return found;
  return {
    scoreOf: (row) => found.get(idOf(row))?.score ?? 0,
    note: (row, isShown) => {
      row.querySelector(".likeness")?.remove();
      const terms = isShown ? found.get(idOf(row))?.terms() : undefined;
      if (!terms || terms.length === 0) return;
      const note = element("span", { class: "likeness" }, likenessOrder.because(terms));
      row.querySelector(".facts-line")?.append(note);
    },
  };
}

function idOf(row: HTMLElement): string {
  return row.dataset["paper"] ?? "";
}
