import type { pageElements } from "./page-elements.ts";
import { recentList } from "./recent-list.ts";
import type { TextMemory } from "./recent-searches.ts";

/** What the start of the search page depends on. */
interface Start {
  memory: TextMemory;
  /** Whether nothing is asked. */
  isEmpty: boolean;
  addressOf: (text: string) => string;
}

/** Shows what can be asked, and earlier searches, as long as nothing is. */
export function showStart(
  page: Pick<ReturnType<typeof pageElements>, "start" | "recent">,
  start: Start,
): void {
  page.start.hidden = !start.isEmpty;
  const again = () => showStart(page, start);
  const items = start.isEmpty ? recentList(start.memory, start.addressOf, again) : [];
  page.recent.replaceChildren(...items);
  page.recent.hidden = items.length === 0;
}
