import { storageErrors } from "../../../i18n/strings.ts";
import { element } from "../../element.ts";
import type { StoreResult } from "../text-store.ts";

let region: HTMLElement | undefined;

/** Announces a text to screen readers. Other readers see the change on the page. */
export function announce(text: string): void {
  show(text, "visually-hidden");
}

/** Shows and announces why something was not stored. Does nothing if it was. */
export function reportFailure(result: StoreResult): void {
  if (result !== "stored") show(storageErrors[result], "notice");
}

function show(text: string, className: string): void {
  region ??= document.body.appendChild(element("p", { role: "status" }));
  const status = region;
  status.className = className;
  status.textContent = "";
  // Screen readers ignore text that is in a live region from the start.
  setTimeout(() => {
    status.textContent = text;
  }, 50);
}
