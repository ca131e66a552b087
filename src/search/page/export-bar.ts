/** More papers than this are no list that anybody cites from by hand, and many parts to load. */
const most = 500;

/** Offers a search's papers as citations; of too many it says so. */
export function showExport(bar: HTMLElement, papers: number): void {
  const [label] = bar.getElementsByTagName("span");
  for (const button of bar.querySelectorAll("button")) button.hidden = papers > most;
  if (label)
    label.textContent = papers > most ? `To cite these, narrow them down to ${most}` : "Cite these";
}
