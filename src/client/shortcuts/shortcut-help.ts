import { richText } from "../../i18n/rich-text.ts";
import { shortcuts } from "../../i18n/strings.ts";

const keys = [
  ["j", shortcuts.next],
  ["k", shortcuts.previous],
  ["o", shortcuts.open],
  ["s", shortcuts.save],
  ["r", shortcuts.read],
  ["n", shortcuts.note],
  ["/", shortcuts.search],
  ["?", shortcuts.help],
  ["Esc", shortcuts.close],
] as const;

/** Opens the window that names all keys. It is made when a reader first asks for it, as no page needs it before. */
export function showShortcuts(): void {
  let help = document.querySelector<HTMLDialogElement>("dialog.shortcuts");
  if (!help) {
    help = helpWindow();
    document.body.append(help);
  }
  help.showModal();
}

function helpWindow(): HTMLDialogElement {
  const meanings = keys.flatMap(([key, meaning]) => [
    made("dt", {}, made("kbd", {}, key)),
    made("dd", {}, meaning),
  ]);
  // The link of the masthead, which an owner may have replaced.
  const saved = document.querySelector<HTMLAnchorElement>('a[href$="/saved/"]');
  const turnOff = richText(shortcuts.turnOff).map((part) =>
    part.kind === "link" && saved
      ? made("a", { href: `${saved.href}#keys` }, part.text)
      : part.text,
  );
  return made(
    "dialog",
    { class: "shortcuts", "aria-labelledby": "shortcuts-title" },
    made("h2", { id: "shortcuts-title" }, shortcuts.title),
    made("dl", {}, ...meanings),
    made("p", { class: "label" }, ...turnOff),
    made(
      "form",
      { method: "dialog" },
      made("button", { type: "submit", class: "button", autofocus: "" }, shortcuts.closeButton),
    ),
  );
}

/** An element. `element.ts` is part of other scripts, whose name would be in the script of every page. */
function made<K extends keyof HTMLElementTagNameMap>(
  name: K,
  attributes: Record<string, string>,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const created = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) created.setAttribute(key, value);
  created.append(...children);
  return created;
}
