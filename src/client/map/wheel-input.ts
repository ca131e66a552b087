import type { MapExplorer } from "./map-explorer.ts";
import { zoomed } from "./viewport.ts";

/** A wheel that scrolls the page goes on scrolling it for this many milliseconds, also over the map. */
const scrolling = 400;

/**
 * The wheel, and two fingers on a touchpad, zoom where the pointer is. A page that scrolls is not held up
 * by the map under the pointer, nor by a map that is shown whole and cannot become smaller.
 */
export function listenToWheel(explorer: MapExplorer): void {
  let scrolledAt = Number.NEGATIVE_INFINITY;
  addEventListener("scroll", () => {
    scrolledAt = performance.now();
  });
  explorer.view.root.addEventListener(
    "wheel",
    (event) => {
      const { deltaY, deltaMode, ctrlKey } = event;
      const isOut = deltaY > 0 && explorer.viewport.zoom <= 1;
      if (!ctrlKey && (isOut || performance.now() - scrolledAt < scrolling)) return;
      event.preventDefault();
      // Pixels, lines or pages. With Ctrl, browsers report a pinch on a touchpad in small steps.
      const pixels = deltaY * ([1, 24, 400][deltaMode] ?? 1) * (ctrlKey ? 4 : 1);
      const factor = 2 ** (-Math.max(-300, Math.min(300, pixels)) / 300);
      explorer.look(zoomed(explorer.viewport, factor, explorer.view.canvasPoint(event)));
    },
    { passive: false },
  );
}
