import { element } from "../element.ts";

/** Shows messages about a search. Leaves the same ones alone, so that screen readers do not repeat them. */
export function showMessages(container: HTMLElement, messages: readonly string[]): void {
  const shown = [...container.children].map(({ textContent }) => textContent);
  const isSame = shown.length === messages.length && messages.every((one, at) => one === shown[at]);
  if (!isSame) container.replaceChildren(...messages.map((message) => element("p", {}, message)));
}
