import { openLibraryStore } from "../library-store.ts";

/** This browser's library for this archive. */
export const thisLibrary = openLibraryStore(() => window.localStorage);

/** Calls back when another tab changed the library, or when the browser restores this page. */
export function onChangeElsewhere(changed: () => void): void {
  window.addEventListener("storage", ({ key }) => {
    if (thisLibrary.owns(key)) changed();
  });
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) changed();
  });
}
