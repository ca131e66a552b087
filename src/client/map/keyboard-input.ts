import { mapPage } from "../../i18n/strings.ts";
import { type Direction, nextPaper, paperInOrder, papersIn, type Step } from "./find-papers.ts";
import { actByKey } from "./map-acts.ts";
import type { MapExplorer } from "./map-explorer.ts";

/**
 * The keyboard. On the picture, arrow keys move the map. On its link, arrow keys, Page Up and Down, Home
 * and End go from paper to paper, and Enter follows the link; with Shift they select an area. On both,
 * `+`, `-` and `0` zoom, and Escape clears the selected area.
 */
export function listenToKeyboard(explorer: MapExplorer): void {
  const { data, view, isShown } = explorer;
  view.link.addEventListener("focus", () => {
    const { current } = explorer;
    const isVisible = current !== undefined && isShown(current);
    const paper = isVisible ? current : papersIn(explorer.stage, undefined, isShown)[0];
    explorer.pointAt(paper);
    if (paper !== undefined) explorer.reveal(paper);
  });
  view.link.addEventListener("blur", () => explorer.pointAt(undefined));
  view.root.addEventListener("keydown", (event) => {
    const { key, ctrlKey, metaKey, altKey, target } = event;
    if (ctrlKey || metaKey || altKey) return;
    if (key === "Escape" && explorer.brush) return explorer.select(undefined);
    const act = actByKey(key, target === view.canvas);
    if (act) {
      event.preventDefault();
      act(explorer);
    } else if (target === view.link && goOn(event)) event.preventDefault();
  });

  async function announce(paper: number): Promise<void> {
    await data.whole();
    if (explorer.current !== paper) return;
    const { [paper]: title } = data.title;
    view.announce(title === undefined ? mapPage.untitled : `${title}, ${data.date[paper]}`);
  }

  function goOn({ key, shiftKey }: KeyboardEvent): boolean {
    const { current, stage, brush } = explorer;
    if (current === undefined || !(isDirection(key) || isStep(key))) return false;
    const next = isDirection(key)
      ? nextPaper(stage, current, key, isShown)
      : paperInOrder(stage, current, key, isShown);
    if (next === undefined) return true;
    explorer.pointAt(next);
    explorer.reveal(next);
    void announce(next);
    if (shiftKey) {
      explorer.select([brush?.[0] ?? explorer.placeOf(current), explorer.placeOf(next)]);
    }
    return true;
  }
}

function isStep(key: string): key is Step {
  return /^(PageDown|PageUp|Home|End)$/.test(key);
}

function isDirection(key: string): key is Direction {
  return /^Arrow(Left|Right|Up|Down)$/.test(key);
}
