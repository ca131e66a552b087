import type { Likeness } from "../../archive/likeness/rank-likeness.ts";
import { likenessOrder } from "../../i18n/strings.ts";
import { element } from "../element.ts";
import { thisLibrary } from "../library/ui/this-library.ts";
import { keptOrder } from "./kept-order.ts";

/** Whether the reader sorted by likeness last time. */
export function isLikenessKept(): boolean {
  return thisLibrary.getText(keptOrder) === "likeness";
}

/** Remembers on the device whether the reader sorts by likeness. */
export function keepLikeness(isWanted: boolean): void {
  if (isWanted !== isLikenessKept())
    thisLibrary.setText(keptOrder, isWanted ? "likeness" : undefined);
}

/** Says in a row which terms make the paper like the saved ones, or removes that. */
export function noteLikeness(row: HTMLElement, like: Likeness | undefined): void {
  row.querySelector(".likeness")?.remove();
  const terms = like?.terms() ?? [];
  if (terms.length === 0) return;
  const note = element("span", { class: "likeness" }, likenessOrder.because(terms));
  row.querySelector(".facts-line")?.append(note);
}

/** Shows the list that was hidden until it was in the order that the reader keeps. */
export function showOrdered(): void {
  delete document.documentElement.dataset["order"];
}
