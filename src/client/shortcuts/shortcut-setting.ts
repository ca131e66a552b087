import { openTextStore, type StoreResult } from "../library/text-store.ts";

const switchedOff = "shortcuts-off";
const store = openTextStore(() => window.localStorage);

/** Whether keys work. Single keys can interfere with speech input, so readers can switch them off. */
export function shortcutsAreOn(): boolean {
  return store.getText(switchedOff) === undefined;
}

/** Switches the keys on or off for all pages on this device. */
export function switchShortcuts(on: boolean): StoreResult {
  return store.setText(switchedOff, on ? undefined : "yes");
}
