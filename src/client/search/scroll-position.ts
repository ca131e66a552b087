/**
 * A reader's position in the results: how many are shown, and the paper opened last. It is stored with
 * the entry of the browser's history, so that going back leads to the same position.
 */
export interface ListPosition {
  shown: number;
  opened?: string | undefined;
}

/** The position of a list that nobody has scrolled yet. */
export const topOfList: ListPosition = { shown: 0 };

/** Stores a position with the current history entry. The address does not change. */
export function savePosition(history: Pick<History, "replaceState">, position: ListPosition): void {
  history.replaceState({ place: position }, "");
}

/** The position stored with the current history entry, or the top of the list. */
export function savedPosition({ state }: { readonly state: unknown }): ListPosition {
  const position = property(state, "place");
  const [shown, opened] = [property(position, "shown"), property(position, "opened")];
  if (typeof shown !== "number" || !(shown > 0)) return topOfList;
  return { shown, ...(typeof opened === "string" ? { opened } : {}) };
}

function property(value: unknown, name: string): unknown {
  return typeof value === "object" && value !== null
    ? Object.getOwnPropertyDescriptor(value, name)?.value
    : undefined;
}

/** Scrolls to the paper opened last. The browser cannot do so itself, as it restores before the list is there. */
export function restorePosition(list: HTMLElement, { opened }: ListPosition): void {
  if (opened === undefined) return;
  const items = [...list.querySelectorAll<HTMLElement>("li[data-paper]")];
  const item = items.find(({ dataset }) => dataset["paper"] === opened);
  const link = item?.querySelector<HTMLElement>("h2 a");
  if (!link) return;
  link.focus({ preventScroll: true });
  link.scrollIntoView({ block: "center" });
}
