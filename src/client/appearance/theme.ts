import type { TextStore } from "../library/text-store.ts";

const stored = "theme";

/**
 * Sets the light or dark scheme that the reader chose and keeps it on this device. Without a choice, the
 * page follows the system. `data-theme` on the root element also shows the switch.
 */
export function startTheme(store: TextStore): void {
  const chosen = () => {
    const text = store.getText(stored);
    return text === "light" || text === "dark" ? text : "system";
  };
  const lightAndDark = [
    ...document.querySelectorAll<HTMLMetaElement>("meta[name=theme-color]"),
  ].map(({ content }) => content);

  function show(theme: string): void {
    document.documentElement.dataset["theme"] = theme;
    for (const [scheme, color] of document
      .querySelectorAll<HTMLMetaElement>("meta[name=theme-color]")
      .entries()) {
      const shown = theme === "system" ? scheme : Number(theme === "dark");
      color.content = lightAndDark[shown] ?? "";
    }
    const choice = choiceOfPage();
    if (choice) choice.value = theme;
  }

  show(chosen());
  document.addEventListener("DOMContentLoaded", () => show(chosen()));
  document.addEventListener("change", ({ target }) => {
    const choice = choiceOfPage();
    if (!choice || target !== choice) return;
    store.setText(stored, choice.value === "system" ? undefined : choice.value);
    show(choice.value);
  });
  // Another tab, or a page that the browser has kept.
  window.addEventListener("storage", ({ key }) => {
    if (store.owns(key)) show(chosen());
  });
  window.addEventListener("pageshow", ({ persisted }) => {
    if (persisted) show(chosen());
  });
}

function choiceOfPage(): HTMLSelectElement | null {
  return document.querySelector<HTMLSelectElement>("select[data-theme-choice]");
}
