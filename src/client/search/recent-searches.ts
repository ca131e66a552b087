/** Texts stored on the device by name. Where storage is blocked, nothing is stored. */
export interface TextMemory {
  getText: (name: string) => string | undefined;
  setText: (name: string, text: string | undefined) => unknown;
}

const name = "recent-searches";
const most = 8;

/** The searches made on this device, the latest first. */
export function recentSearches(memory: TextMemory): string[] {
  return (memory.getText(name) ?? "").split("\n").filter(Boolean).slice(0, most);
}

/** Adds a search. It replaces earlier ones that it begins with, such as a query that was still being typed. */
export function rememberSearch(memory: TextMemory, text: string): void {
  const search = text.replace(/\s+/g, " ").trim();
  if (search.length < 2) return;
  const before = recentSearches(memory).filter((other) => !search.startsWith(other));
  memory.setText(name, [search, ...before].slice(0, most).join("\n"));
}

/** Removes all recent searches. */
export function clearSearches(memory: TextMemory): void {
  memory.setText(name, undefined);
}
