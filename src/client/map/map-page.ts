import { listenToKeyboard } from "./keyboard-input.ts";
import { loadMap } from "./load-map.ts";
import { listenToButtons } from "./map-acts.ts";
import { createMapExplorer, type MapExplorer } from "./map-explorer.ts";
import { createMapView } from "./map-view.ts";
import { createPaperList } from "./paper-list.ts";
import { listenToPointer } from "./pointer-input.ts";
import { listenToWheel } from "./wheel-input.ts";

/** The script of the map's page, whose picture and list the build made. */

const root = document.querySelector<HTMLElement>("#map");
if (root) void start(root);

async function start(root: HTMLElement): Promise<void> {
  const { papers = "", texts = "" } = root.dataset;
  const [data] = await Promise.all([loadMap(papers, texts), document.fonts.ready]);
  const list = createPaperList();
  // Without its data, the page remains the picture of links that it is without JavaScript.
  const view = data && list && createMapView(root, data);
  if (!view) return;
  const explorer = createMapExplorer(data, view, list);
  listenToPointer(explorer, listenToButtons(explorer));
  listenToWheel(explorer);
  listenToKeyboard(explorer);
  listenToLegend(explorer);
  list.onPoint(explorer.pointAt);
  // The next thing that a reader does on the map needs the texts.
  for (const kind of ["pointerenter", "focusin"]) {
    root.addEventListener(kind, () => void data.whole(), { once: true });
  }
  new ResizeObserver(explorer.resize).observe(view.canvas);
  followTheme(explorer);
}

/** Draws again when the reader or the system changes the colours. */
function followTheme({ restyle }: MapExplorer): void {
  new MutationObserver(restyle).observe(document.documentElement, {
    attributeFilter: ["data-theme"],
  });
  for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
    matchMedia(query).addEventListener("change", restyle);
  }
}

/** The checkboxes of the legend show and hide families of papers. */
function listenToLegend(explorer: MapExplorer): void {
  for (const input of explorer.view.families) {
    const follow = () => explorer.setFamily(Number(input.value), input.checked);
    input.addEventListener("change", follow);
    follow();
  }
}
