import type { Box, Point } from "./find-papers.ts";
import type { MapData } from "./map-data.ts";
import { createMapOverlay, type MapOverlay } from "./map-overlay.ts";
import { createPainter, type MapPainter } from "./map-painter.ts";
import { toScreen, type Viewport } from "./viewport.ts";

/** What the script shows in place of the page's picture. */
export interface MapView
  extends Pick<MapOverlay, "canvas" | "link" | "showPaper" | "hidePaper" | "announce">,
    Pick<MapPainter, "prepare"> {
  root: HTMLElement;
  /** The legend's checkboxes. */
  families: HTMLInputElement[];
  /** The buttons above the map. */
  tools: HTMLButtonElement[];
  /** Measures the map's position on the page, and its size in pixels. */
  measure: () => { width: number; height: number };
  /** A point of the canvas from a point of the window. */
  canvasPoint: (at: { clientX: number; clientY: number }) => Point;
  /** Draws the map. Papers outside of the selected area are pale. */
  draw: (viewport: Viewport, hidden: ReadonlySet<number>, area: Box | undefined) => void;
  /** Tells the page and its buttons whether a part of the map is shown. */
  showZoom: (zoom: number) => void;
  /** Returns the paper if the link has the focus, else `undefined`. */
  ifFocused: (paper: number | undefined) => number | undefined;
}

/** Replaces the picture by a canvas. Undefined where the browser has no canvas. */
export function createMapView(root: HTMLElement, data: MapData): MapView | undefined {
  const overlay = createMapOverlay(root, data);
  const { canvas, link, showBrush } = overlay;
  const painter = createPainter(root, canvas, data);
  if (!painter) {
    canvas.remove();
    return undefined;
  }
  const tools = [...document.querySelectorAll<HTMLButtonElement>(".map-tools button")];
  let origin: Point = { x: 0, y: 0 };
  root.classList.add("live");
  function locate(): void {
    const { left, top } = canvas.getBoundingClientRect();
    origin = { x: left + scrollX, y: top + scrollY };
  }
  // What is above the map may have become higher since it was measured.
  root.addEventListener("pointerenter", locate);

  return {
    ...overlay,
    prepare: painter.prepare,
    root,
    families: [...document.querySelectorAll<HTMLInputElement>(".families input")],
    tools,
    measure: () => {
      locate();
      return { width: canvas.clientWidth, height: canvas.clientHeight };
    },
    canvasPoint: ({ clientX, clientY }) => ({
      x: clientX + scrollX - origin.x,
      y: clientY + scrollY - origin.y,
    }),
    draw: (viewport, hidden, area) => {
      painter.draw(viewport, hidden, area);
      showBrush(area && onScreen(viewport, area));
    },
    showZoom: (zoom) => {
      root.classList.toggle("zoomed", zoom > 1);
      for (const button of tools) {
        if (button.dataset["needs"] === "zoom") button.disabled = zoom <= 1;
      }
    },
    ifFocused: (paper) => (document.activeElement === link ? paper : undefined),
  };
}

function onScreen(viewport: Viewport, { left, right, top, bottom }: Box): Box {
  const start = toScreen(viewport, { x: left, y: top });
  const end = toScreen(viewport, { x: right, y: bottom });
  return { left: start.x, top: start.y, right: end.x, bottom: end.y };
}
