import { element } from "../element.ts";
import { forgetSearches, recentSearches, type TextMemory } from "./recent.ts";

/** The searches made on this device as links, and a button that forgets them. */
export function recentList(
  memory: TextMemory,
  addressOf: (text: string) => string,
  changed: () => void,
): HTMLElement[] {
  const texts = recentSearches(memory);
  if (texts.length === 0) return [];
  const clear = element("button", { type: "button", class: "plain-button" }, "Forget them");
  clear.addEventListener("click", () => {
    forgetSearches(memory);
    changed();
    document.getElementById("search-input")?.focus();
  });
  const links = texts.map((text) =>
    element("li", {}, element("a", { href: addressOf(text) }, text)),
  );
  return [
    element("h2", {}, "Searched on this device"),
    element("ul", {}, ...links),
    element("p", { class: "label" }, "Kept in this browser only. ", clear),
  ];
}
