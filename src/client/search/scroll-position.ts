/**
 * Where a reader is in a list of results: how many are shown, and the paper that was opened last. It is
 * kept with the entry of the browser's history, so that going back leads to the same place.
 */
export interface Place {
  shown: number;
  opened?: string | undefined;
}

export const atBeginning: Place = { shown: 0 };

/** Keeps a place with the current entry of the history; the address stays. */
export function keepPlace(history: Pick<History, "replaceState">, place: Place): void {
  history.replaceState({ place }, "");
}

/** The place kept with the current entry; what is not of this form is none. */
export function placeIn({ state }: { readonly state: unknown }): Place {
  const place = property(state, "place");
  const [shown, opened] = [property(place, "shown"), property(place, "opened")];
  if (typeof shown !== "number" || !(shown > 0)) return atBeginning;
  return { shown, ...(typeof opened === "string" ? { opened } : {}) };
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
}

/** Goes to the paper that was opened last: the list was not there when the browser looked for it. */
export function returnTo(list: HTMLElement, { opened }: Place): void {
  if (opened === undefined) return;
  const items = [...list.querySelectorAll<HTMLElement>("li[data-paper]")];
  const link = items
    .find(({ dataset }) => dataset["paper"] === opened)
    ?.querySelector<HTMLElement>("h2 a");
  if (!link) return;
  link.focus({ preventScroll: true });
  link.scrollIntoView({ block: "center" });
}
