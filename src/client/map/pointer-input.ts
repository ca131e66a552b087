import { nearestPaper, type Point } from "./find-papers.ts";
import type { MapExplorer } from "./map-explorer.ts";

/** How far from a dot, in pixels, the pointer still points at it. */
const hoverRadius = 18;
const touchRadius = 25;
/** A press that moves farther than this many pixels is a drag. */
const dragThreshold = 5;

/** Mouse and touch: hovering or tapping points at a paper, dragging selects an area. */
export function listenToPointer(explorer: MapExplorer): void {
  const { view, data } = explorer;
  /** Where the current press began. */
  let pressedAt: Point | undefined;
  let isDragging = false;

  const paperNear = (at: Point, radius: number) =>
    nearestPaper(data, at, radius * explorer.scale(), explorer.isShown);

  view.root.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    pressedAt = pointOf(event, explorer);
    isDragging = false;
  });
  view.root.addEventListener("pointermove", (event) => {
    const at = pointOf(event, explorer);
    if (pressedAt && !isDragging) {
      const moved = Math.hypot(at.x - pressedAt.x, at.y - pressedAt.y) / explorer.scale();
      if (moved >= dragThreshold) {
        isDragging = true;
        view.root.setPointerCapture(event.pointerId);
        explorer.pointAt(undefined);
      }
    }
    if (pressedAt && isDragging) explorer.selectSoon([pressedAt, at]);
    else if (event.pointerType !== "touch") {
      const near = paperNear(at, hoverRadius);
      if (near !== explorer.current || near === undefined) {
        explorer.pointAt(near ?? view.ifFocused(explorer.current));
      }
    }
  });
  const release = () => {
    if (pressedAt && isDragging) explorer.update();
    pressedAt = undefined;
  };
  view.root.addEventListener("pointerup", (event) => {
    if (pressedAt && !isDragging && event.pointerType === "touch") {
      explorer.pointAt(paperNear(pointOf(event, explorer), touchRadius));
    }
    release();
  });
  view.root.addEventListener("pointercancel", release);
  view.root.addEventListener("pointerleave", () => {
    if (!pressedAt) explorer.pointAt(view.ifFocused(explorer.current));
  });
  const onClick = (event: MouseEvent) => {
    const isOnLink = event.target instanceof Element && event.target.closest("a") !== null;
    // The click that ends a drag must not follow a link under the pointer.
    if (isDragging) event.preventDefault();
    else if (explorer.brush && !isOnLink) explorer.select(undefined);
    isDragging = false;
  };
  view.root.addEventListener("click", onClick, { capture: true });
}

/** The position of an event on the map. */
function pointOf({ clientX, clientY }: PointerEvent, { view, scale }: MapExplorer): Point {
  const { left, top } = view.size();
  return { x: (clientX + scrollX - left) * scale(), y: (clientY + scrollY - top) * scale() };
}
