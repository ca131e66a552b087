/**
 * Arrows go from the field into the list and along its papers, down to the button for more, Escape goes
 * back to the field; in the field Escape empties it, as browsers do by themselves. Before a search the
 * list is that of the searches made on this device.
 */
export function moveByArrows(
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
    const place = all.findIndex((stop) => item?.contains(stop));
    if (place < 0) return;
    event.preventDefault();
    if (event.key === "ArrowUp" && place === 0) input.focus();
    else all[place + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
  };
  for (const part of [list, more, recent]) part.addEventListener("keydown", move);
}
