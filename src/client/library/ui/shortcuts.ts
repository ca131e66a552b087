import { thisDevice } from "./this-device.ts";

/** Single letters can be in the way of speech input and of other tools, so they can be switched off. */
const off = "shortcuts-off";

export function shortcutsAreOn(): boolean {
  return thisDevice.getText(off) === undefined;
}

export function switchShortcuts(on: boolean): ReturnType<typeof thisDevice.setText> {
  return thisDevice.setText(off, on ? undefined : "yes");
}

/** Presses a button when its key is pressed, unless the visitor is typing. `?` opens the page's list of keys. */
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
