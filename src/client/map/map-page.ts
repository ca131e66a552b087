import { listenToKeyboard } from "./keyboard-input.ts";
import type { MapData } from "./map-data.ts";
import { createMapExplorer, type MapExplorer } from "./map-explorer.ts";
import { createMapView } from "./map-view.ts";
import { createPaperList } from "./paper-list.ts";
import { listenToPointer } from "./pointer-input.ts";

/** The script of the map's page, whose picture and list the build made. */

const root = document.querySelector<HTMLElement>("#map");
if (root) void start(root);

async function start(root: HTMLElement): Promise<void> {
  const data = await loadData(root.dataset["papers"] ?? "");
  const list = createPaperList();
  // Without its data, the page remains the picture of links that it is without JavaScript.
  const view = data && list && createMapView(root);
  if (!view) return;
  const explorer = createMapExplorer(data, view, list, Number(root.dataset["width"]));
  listenToPointer(explorer);
  listenToKeyboard(explorer);
  listenToLegend(explorer);
  list.onPoint(explorer.pointAt);
  view.onResize(() => {
    explorer.pointAt(view.ifFocused(explorer.current));
    explorer.update();
  });
  explorer.update();
}

async function loadData(address: string): Promise<MapData | undefined> {
  try {
    const response = await fetch(address);
    if (!response.ok) return undefined;
    const data: MapData = await response.json();
    return data;
  } catch {
    return undefined;
  }
}

/** The checkboxes of the legend show and hide families of papers. */
function listenToLegend(explorer: MapExplorer): void {
  for (const input of explorer.view.families) {
    const family = Number(input.value);
    explorer.setFamily(family, input.checked);
    input.addEventListener("change", () => {
      explorer.setFamily(family, input.checked);
      const { current } = explorer;
      if (current !== undefined && !explorer.isShown(current)) explorer.pointAt(undefined);
      explorer.update();
    });
  }
}
