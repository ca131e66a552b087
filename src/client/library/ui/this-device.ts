import { openDevice } from "../device.ts";

/** What this browser keeps for this archive. */
export const thisDevice = openDevice(() => window.localStorage, import.meta.env.BASE_URL);

/** Calls back when another tab changed something, or this page returns from the browser's cache. */
export function onChangeElsewhere(changed: () => void): void {
  window.addEventListener("storage", ({ key }) => {
    if (thisDevice.owns(key)) changed();
  });
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) changed();
  });
}
