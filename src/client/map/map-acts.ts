import type { MapExplorer } from "./map-explorer.ts";
import { moved, toScreen, wholeMap, zoomed } from "./viewport.ts";

type Act = (explorer: MapExplorer) => void;

const step = 1.5;

/** What the buttons above the map do, by the value of `data-act`; keys do the same. */
const acts: Record<string, Act> = {
  "zoom-in": (explorer) => zoom(explorer, step),
  "zoom-out": (explorer) => zoom(explorer, 1 / step),
  whole: (explorer) => {
    const { width, height } = explorer.viewport;
    explorer.look(wholeMap(width, height));
  },
  left: (explorer) => move(explorer, 1, 0),
  right: (explorer) => move(explorer, -1, 0),
  up: (explorer) => move(explorer, 0, 1),
  down: (explorer) => move(explorer, 0, -1),
};

const keys: Record<string, string> = {
  "+": "zoom-in",
  "=": "zoom-in",
  "-": "zoom-out",
  0: "whole",
};
const movingKeys: Record<string, string> = {
  ArrowLeft: "left",
  ArrowRight: "right",
  ArrowUp: "up",
  ArrowDown: "down",
};

/** What a key does on the map. Arrow keys move it only while the picture itself has the focus. */
export function actByKey(key: string, isOnPicture: boolean): Act | undefined {
  const name = keys[key] ?? (isOnPicture ? movingKeys[key] : undefined);
  return name === undefined ? undefined : acts[name];
}

/** Connects the buttons. Returns whether the one that makes a drag select an area is pressed. */
export function listenToButtons(explorer: MapExplorer): () => boolean {
  let isSelecting = false;
  for (const button of explorer.view.tools) {
    const name = button.dataset["act"] ?? "";
    button.addEventListener("click", () => {
      if (name !== "select") return acts[name]?.(explorer);
      isSelecting = !isSelecting;
      button.setAttribute("aria-pressed", String(isSelecting));
      explorer.view.root.classList.toggle("selecting", isSelecting);
    });
  }
  return () => isSelecting;
}

/** Zooms around the paper that is pointed at, or else around the middle. */
function zoom(explorer: MapExplorer, factor: number): void {
  const { viewport, current } = explorer;
  const middle = { x: viewport.width / 2, y: viewport.height / 2 };
  const at = current === undefined ? middle : toScreen(viewport, explorer.placeOf(current));
  explorer.look(zoomed(viewport, factor, at));
}

function move(explorer: MapExplorer, right: number, down: number): void {
  const { width, height } = explorer.viewport;
  explorer.look(moved(explorer.viewport, (right * width) / 4, (down * height) / 4));
}
