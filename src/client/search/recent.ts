/** The device's memory of texts by name; nothing where it is blocked. */
export interface TextMemory {
  getText: (name: string) => string | undefined;
  setText: (name: string, text: string | undefined) => unknown;
}

const name = "recent-searches";
const most = 8;

/** Searches made on this device, the last one first. */
export function recentSearches(memory: TextMemory): string[] {
  return (memory.getText(name) ?? "").split("\n").filter(Boolean).slice(0, most);
}

/** Remembers a search. One that was the beginning of it goes. */
export function rememberSearch(memory: TextMemory, text: string): void {
  const search = text.replace(/\s+/g, " ").trim();
  if (search.length < 2) return;
  const before = recentSearches(memory).filter((other) => !search.startsWith(other));
  memory.setText(name, [search, ...before].slice(0, most).join("\n"));
}

export function forgetSearches(memory: TextMemory): void {
  memory.setText(name, undefined);
}
