import { openTextStore } from "../text-store.ts";

/** A paper of a list: its title, and its address without the host. */
export type TrailPaper = [path: string, title: string];

/**
 * The list that a reader came from: a topic, an author, search results. A paper's page then leads to the
 * papers before and after it in that list.
 */
export interface Trail {
  name: string;
  href: string;
  papers: TrailPaper[];
}

const store = openTextStore(() => window.sessionStorage, import.meta.env.BASE_URL);
const key = "trail";

/** Keeps the list in this tab, or forgets it. */
export function storeTrail(trail?: Trail): void {
  store.setText(key, trail && JSON.stringify(trail));
}

/** The list that the reader came from, as it was stored. */
export function storedTrail(): unknown {
  try {
    return JSON.parse(store.getText(key) ?? "0");
  } catch {
    return undefined;
  }
}
