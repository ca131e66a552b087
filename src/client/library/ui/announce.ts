import { element } from "../../element.ts";
import type { StorageOutcome } from "../device.ts";

let region: HTMLElement | undefined;

/** Where words are said that nobody asked to see: heard by screen readers. */
export function announce(text: string): void {
  say(text, "visually-hidden");
}

/** Says aloud, and shows for all, why something was not kept. Nothing for what was. */
export function complain(outcome: StorageOutcome): void {
  if (outcome !== "kept") say(complaints[outcome], "notice");
}

export const complaints: Record<Exclude<StorageOutcome, "kept">, string> = {
  full: "Not kept: this browser's storage for the site is full. On the page “Saved” you can export your lists, and remove some.",
  blocked:
    "Not kept: this browser does not let the site store anything. Look in its privacy settings, or leave the private window.",
  newer:
    "Not kept: a newer version of this site wrote what is stored here. Reload the page, and try again.",
};

function say(text: string, kind: string): void {
  if (!region) {
    region = element("p", { role: "status" });
    document.body.append(region);
  }
  region.className = kind;
  region.textContent = "";
  const said = region;
  // A region that has just come is not listened to yet.
  setTimeout(() => {
    said.textContent = text;
  }, 50);
}
