import { element } from "./element.ts";
import { addresses } from "./fetch-cards.ts";

const keys = [
  ["s", "save this paper, or take it from the list"],
  ["r", "mark it as read, or as unread"],
  ["n", "open or close your note"],
  ["?", "these keys"],
  ["Esc", "close this"],
] as const;

let dialog: HTMLDialogElement | undefined;

/** Shows the keys of a paper's page. */
export function showHelp(): void {
  if (!dialog) {
    const close = element("button", { class: "button" }, "Close");
    dialog = element(
      "dialog",
      { class: "shortcuts", "aria-labelledby": "shortcuts-title" },
      element("h2", { id: "shortcuts-title" }, "Keys on this page"),
      element("dl", {}, ...keys.flatMap(([key, meaning]) => row(key, meaning))),
      element(
        "p",
        { class: "label" },
        "They can be switched off on the page ",
        element("a", { href: `${addresses.saved()}#keys` }, "Saved"),
        ".",
      ),
      element("form", { method: "dialog" }, close),
    );
    document.body.append(dialog);
  }
  if (!dialog.open) dialog.showModal();
}

function row(key: string, meaning: string): HTMLElement[] {
  return [element("dt", {}, element("kbd", {}, key)), element("dd", {}, meaning)];
}
