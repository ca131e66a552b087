import type { TextStore } from "../library/text-store.ts";

/** The name under which the order of lists is stored. Devices have it, so it must not change. */
export const keptOrder = "list-order";

/**
 * Sets the order that the reader keeps on the root element before the first paint. A style sheet hides the list
 * that a script will sort until it is sorted, so that nothing moves.
 */
export function startKeptOrder(store: TextStore): void {
  const order = store.getText(keptOrder);
  if (order !== undefined) document.documentElement.dataset["order"] = order;
}
