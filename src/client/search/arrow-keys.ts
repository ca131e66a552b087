/**
 * Arrow keys move from the search field into the results, along them and to the button for more;
 * Escape moves back to the field. Before a search, they move through the recent searches.
 */
export function enableArrowKeys(
  input: HTMLInputElement,
  { list, more, recent }: { list: HTMLElement; more: HTMLElement; recent: HTMLElement },
): void {
  const stops = () => [
    ...list.querySelectorAll<HTMLElement>("h2 a"),
    ...(more.hidden ? [] : more.querySelectorAll<HTMLElement>("button")),
    ...(recent.hidden ? [] : recent.querySelectorAll<HTMLElement>("li a")),
  ];
  input.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" || event.isComposing) return;
    const [first] = stops();
    if (!first) return;
    event.preventDefault();
    first.focus();
  });
  const move = (event: KeyboardEvent) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") {
      event.preventDefault();
      input.focus();
      return;
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const all = stops();
    const focused = document.activeElement;
    const item = focused?.closest("li") ?? focused;
    const index = all.findIndex((stop) => item?.contains(stop));
    if (index < 0) return;
    event.preventDefault();
    if (event.key === "ArrowUp" && index === 0) input.focus();
    else all[index + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
  };
  for (const part of [list, more, recent]) part.addEventListener("keydown", move);
}
