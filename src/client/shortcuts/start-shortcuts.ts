import { currentRow, moveToRow, openRow } from "./rows.ts";
import { shortcutsAreOn } from "./shortcut-setting.ts";

/**
 * The keys of every page. `/` leads to the search, and Ctrl-K (⌘K) too; `j` and `k` move through the rows
 * of lists, `o` opens one, and `?` shows all keys. Buttons with a `data-key` are clicked by that key: those
 * of the row that has the focus, or else of the page's paper. Loads no part of what the keys lead to.
 */
document.addEventListener("keydown", (event) => {
  const { key, ctrlKey, metaKey, altKey, target } = event;
  if (event.defaultPrevented || event.isComposing) return;
  const isCommand = ctrlKey || metaKey;
  const isDone =
    isCommand || altKey
      ? isCommand && !altKey && key.toLowerCase() === "k" && goToSearch()
      : !isTyping(target) && shortcutsAreOn() && act(key, event.repeat);
  if (isDone) event.preventDefault();
});

/** Does what a key stands for. Returns whether it stands for something here. */
function act(key: string, isRepeated: boolean): boolean {
  if (key === "j") return moveToRow(1);
  if (key === "k") return moveToRow(-1);
  if (isRepeated) return false;
  if (key === "o") return openRow();
  if (key === "/") return goToSearch();
  if (key === "?") return showHelp();
  return clickButton(key);
}

function clickButton(key: string): boolean {
  if (!/^[a-z]$/.test(key)) return false;
  const named = `button[data-key="${key}"]`;
  const button =
    currentRow()?.querySelector<HTMLButtonElement>(named) ??
    document.querySelector<HTMLButtonElement>(`[data-keys] ${named}`);
  button?.click();
  return button !== null;
}

function showHelp(): boolean {
  import("./shortcut-help.ts").then(
    ({ showShortcuts }) => showShortcuts(),
    // Offline, a page that was visited may have no more than its own scripts.
    () => {},
  );
  return true;
}

function goToSearch(): boolean {
  const input = document.querySelector<HTMLInputElement>(".search-form input");
  const link = document.querySelector<HTMLAnchorElement>("a[data-search]");
  if (input) {
    input.focus();
    input.select();
  } else if (link) location.assign(link.href);
  return input !== null || link !== null;
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest("input, textarea, select, dialog") !== null)
  );
}
