import { element } from "../element.ts";

/** Tells notes on a search. Those that are told already stay, so that no screen reader repeats them. */
export function showNotes(place: HTMLElement, notes: readonly string[]): void {
  const told = [...place.children].map(({ textContent }) => textContent);
  if (told.length === notes.length && notes.every((note, at) => note === told[at])) return;
  place.replaceChildren(...notes.map((note) => element("p", {}, note)));
}
