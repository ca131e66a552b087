import { base, openTextStore } from "../text-store.ts";

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

const store = openTextStore(() => window.sessionStorage);
const key = "trail";

/**
 * Keeps the list of this page in this tab, or forgets the last one. The papers of the home page are those of a day, and a
 * paper's page knows its day, so that list is not kept.
 */
export function storeTrail(ofPage?: () => Trail): void {
  const trail = location.pathname === base ? undefined : ofPage?.();
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
