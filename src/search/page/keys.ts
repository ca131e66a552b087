/**
 * Arrows go from the field into the list and along its papers, Escape goes back to the field; in the
 * field Escape empties it, as browsers do by themselves.
 */
export function moveByArrows(input: HTMLInputElement, list: HTMLElement): void {
  const links = () => [...list.querySelectorAll<HTMLAnchorElement>("h2 a")];
  input.addEventListener("keydown", (event) => {
    if (event.key !== "ArrowDown" || event.isComposing) return;
    const [first] = links();
    if (!first) return;
    event.preventDefault();
    first.focus();
  });
  list.addEventListener("keydown", (event) => {
    if (event.altKey || event.ctrlKey || event.metaKey) return;
    if (event.key === "Escape") {
      event.preventDefault();
      input.focus();
      return;
    }
    if (event.key !== "ArrowDown" && event.key !== "ArrowUp") return;
    const all = links();
    const item = document.activeElement?.closest("li");
    const place = all.findIndex((link) => item?.contains(link));
    if (place < 0) return;
    event.preventDefault();
    if (event.key === "ArrowUp" && place === 0) input.focus();
    else all[place + (event.key === "ArrowDown" ? 1 : -1)]?.focus();
  });
}
