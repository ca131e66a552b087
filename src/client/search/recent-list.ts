import { searchPage } from "../../i18n/strings.ts";
import { element } from "../element.ts";
import { clearSearches, recentSearches, type TextMemory } from "./recent-searches.ts";

/** The recent searches as links, and a button that clears them. Empty if there are none. */
export function recentList(
  memory: TextMemory,
  addressOf: (text: string) => string,
  cleared: () => void,
): HTMLElement[] {
  const texts = recentSearches(memory);
  if (texts.length === 0) return [];
  const clear = element(
    "button",
    { type: "button", class: "plain-button" },
    searchPage.clearRecent,
  );
  clear.addEventListener("click", () => {
    clearSearches(memory);
    cleared();
    document.getElementById("search-input")?.focus();
  });
  const links = texts.map((text) =>
    element("li", {}, element("a", { href: addressOf(text) }, text)),
  );
  return [
    element("h2", {}, searchPage.recent),
    element("ul", {}, ...links),
    element("p", { class: "label" }, searchPage.recentPrivacy, " ", clear),
  ];
}
