import type { StoreResult } from "../text-store.ts";
import { thisLibrary } from "./this-library.ts";

const switchedOff = "shortcuts-off";

/** Whether keys work. Single keys can interfere with speech input, so readers can switch them off. */
export function shortcutsAreOn(): boolean {
  return thisLibrary.getText(switchedOff) === undefined;
}

/** Switches the keys on or off for all pages on this device. */
export function switchShortcuts(on: boolean): StoreResult {
  return thisLibrary.setText(switchedOff, on ? undefined : "yes");
}

/** Clicks a button when its key is pressed outside of text fields. `?` opens the page's list of keys. */
export function startShortcuts(buttons: Record<string, HTMLButtonElement>): void {
  for (const [key, button] of Object.entries(buttons)) {
    button.setAttribute("aria-keyshortcuts", key);
  }
  document.addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, altKey, repeat, target } = event;
    if (ctrlKey || metaKey || altKey || repeat || isTyping(target) || !shortcutsAreOn()) return;
    const button = Object.hasOwn(buttons, key) ? buttons[key] : undefined;
    if (button) button.click();
    else if (key === "?")
      document.querySelector<HTMLDialogElement>("dialog.shortcuts")?.showModal();
    else return;
    event.preventDefault();
  });
}

function isTyping(target: EventTarget | null): boolean {
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || target.closest("input, textarea, select, dialog") !== null)
  );
}
