import { type Direction, nextPaper, paperInOrder, papersIn, type Step } from "./find-papers.ts";
import type { MapExplorer } from "./map-explorer.ts";

/**
 * The keyboard, while the map's link has the focus: arrow keys, Page Up and Down, Home and End move
 * from paper to paper; with Shift they select an area; Escape clears it; Enter follows the link.
 */
export function listenToKeyboard(explorer: MapExplorer): void {
  const { data, view, isShown } = explorer;
  view.link.addEventListener("focus", () => {
    const { current } = explorer;
    const isVisible = current !== undefined && isShown(current);
    explorer.pointAt(isVisible ? current : papersIn(data, undefined, isShown)[0]);
  });
  view.link.addEventListener("blur", () => explorer.pointAt(undefined));
  view.link.addEventListener("keydown", (event) => {
    const { key, shiftKey } = event;
    const { current, brush } = explorer;
    if (key === "Escape" && brush) return explorer.select(undefined);
    if (current === undefined || !(isDirection(key) || isStep(key))) return;
    event.preventDefault();
    const next = isDirection(key)
      ? nextPaper(data, current, key, isShown)
      : paperInOrder(data, current, key, isShown);
    if (next === undefined) return;
    explorer.pointAt(next);
    view.announce(`${data.title[next]}, ${data.date[next]}`);
    if (!shiftKey) return;
    const start = brush?.[0] ?? explorer.positionOf(current);
    explorer.select([start, explorer.positionOf(next)]);
  });
}

function isStep(key: string): key is Step {
  return /^(PageDown|PageUp|Home|End)$/.test(key);
}

function isDirection(key: string): key is Direction {
  return /^Arrow(Left|Right|Up|Down)$/.test(key);
}
