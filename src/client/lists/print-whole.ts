/**
 * Prints the whole of a list that has several pages: by a button, and by the keys with which a browser prints.
 * `complete` takes in the other pages, as far as they can be loaded; `isWhole` is true if none is missing.
 */
export function printWhole(
  button: HTMLButtonElement,
  { complete, isWhole }: { complete: () => Promise<unknown>; isWhole: () => boolean },
): void {
  async function printAll(): Promise<void> {
    await complete();
    button.hidden = isWhole();
    print();
  }

  button.addEventListener("click", () => void printAll());
  document.addEventListener("keydown", (event) => {
    const prints = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
    if (!prints || event.key !== "p" || isWhole()) return;
    event.preventDefault();
    void printAll();
  });
}
