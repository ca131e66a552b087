import type { TextStore } from "../library/text-store.ts";

const stored = "list-view";
const views: readonly string[] = ["titles", "compact", "abstracts"];

/**
 * How much of each paper lists show: `titles`, `compact` or `abstracts`, in `data-list` on the root element.
 * Style sheets follow it before the page is complete. Then the abstracts are opened, so that each can be
 * closed, and `data-opened` says so.
 */
export function startListView(store: TextStore): void {
  const root = document.documentElement;

  function chosen(): string {
    return views.find((view) => view === store.getText(stored)) ?? "compact";
  }

  /** `isNew`: abstracts that the reader opened or closed follow the view. */
  function show(isNew: boolean): void {
    const view = chosen();
    root.dataset["list"] = view;
    for (const choice of document.querySelectorAll<HTMLInputElement>("[data-list-views] input")) {
      choice.checked = choice.value === view;
    }
    if (!isNew) return;
    for (const abstract of document.querySelectorAll<HTMLDetailsElement>(".abstract-in-list")) {
      abstract.open = view === "abstracts";
    }
    root.toggleAttribute("data-opened", document.readyState !== "loading");
  }

  show(false);
  document.addEventListener("DOMContentLoaded", () => show(chosen() === "abstracts"));
  document.addEventListener("change", ({ target }) => {
    if (!(target instanceof HTMLInputElement) || !target.matches("[data-list-views] input")) return;
    store.setText(stored, target.value === "compact" ? undefined : target.value);
    show(true);
  });
  // Another tab, or a page that the browser has kept.
  const follow = () => show(chosen() !== root.dataset["list"]);
  window.addEventListener("storage", ({ key }) => {
    if (store.owns(key)) follow();
  });
  window.addEventListener("pageshow", follow);
}
