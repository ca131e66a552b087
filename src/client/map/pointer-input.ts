import { nearestPaper, type Point } from "./find-papers.ts";
import type { MapExplorer } from "./map-explorer.ts";
import { moved, toPlace, toScreen, zoomed } from "./viewport.ts";

/** How far from a dot, in pixels, the pointer still points at it. */
const hoverRadius = 18;
const touchRadius = 25;
/** A press that moves farther than this many pixels is a drag. */
const dragThreshold = 5;

/**
 * Mouse and touch: hovering or tapping points at a paper, dragging moves the map, dragging with Shift or
 * while the button for it is pressed selects an area, and two fingers zoom.
 */
export function listenToPointer(explorer: MapExplorer, isSelecting: () => boolean): void {
  const { view } = explorer;
  const { root } = view;
  const fingers = new Map<number, Point>();
  /** Where the current press began. */
  let pressedAt: Point | undefined;
  let last: Point | undefined;
  let drag: "move" | "select" | undefined;
  /** Whether the last tap called a card: the link that came under the finger is not for this tap. */
  let hasCalledCard = false;

  root.addEventListener("pointerdown", (event) => {
    if (event.button !== 0) return;
    const at = view.canvasPoint(event);
    fingers.set(event.pointerId, at);
    pressedAt = fingers.size === 1 ? at : undefined;
    last = at;
    drag = undefined;
  });
  root.addEventListener("pointermove", (event) => {
    const at = view.canvasPoint(event);
    if (fingers.size === 2 && fingers.has(event.pointerId)) return pinch(event.pointerId, at);
    if (pressedAt && !drag && Math.hypot(at.x - pressedAt.x, at.y - pressedAt.y) >= dragThreshold) {
      drag = event.shiftKey || isSelecting() ? "select" : "move";
      root.setPointerCapture(event.pointerId);
      root.classList.toggle("moving", drag === "move");
      explorer.pointAt(undefined);
    }
    if (!drag || !pressedAt) {
      if (event.pointerType !== "touch" && !pressedAt) hover(at);
      return;
    }
    if (drag === "select") {
      const { viewport } = explorer;
      explorer.select([toPlace(viewport, pressedAt), toPlace(viewport, at)]);
    } else if (last) explorer.look(moved(explorer.viewport, at.x - last.x, at.y - last.y));
    last = at;
  });
  const release = (event: PointerEvent) => {
    fingers.delete(event.pointerId);
    pressedAt = undefined;
    root.classList.remove("moving");
  };
  root.addEventListener("pointerup", (event) => {
    const isTap = pressedAt && !drag && event.pointerType === "touch";
    const isOver = event.target instanceof Element && event.target.closest("a, .tip") !== null;
    hasCalledCard = isTap === true && !isOver;
    if (hasCalledCard) explorer.pointAt(paperNear(explorer, view.canvasPoint(event), touchRadius));
    release(event);
  });
  root.addEventListener("pointercancel", release);
  root.addEventListener("pointerleave", ({ pointerType }) => {
    // A finger leaves after each tap; the card that it called stays.
    if (!pressedAt && pointerType !== "touch") explorer.pointAt(view.ifFocused(explorer.current));
  });
  const onClick = (event: MouseEvent) => {
    const isOver = event.target instanceof Element && event.target.closest("a, .tip") !== null;
    // The click that ends a drag must not follow the link under the pointer.
    if (drag || hasCalledCard) event.preventDefault();
    else if (explorer.brush && !isOver) explorer.select(undefined);
    drag = undefined;
    hasCalledCard = false;
  };
  root.addEventListener("click", onClick, { capture: true });

  function hover(at: Point): void {
    const near = paperNear(explorer, at, hoverRadius);
    if (near === explorer.current && near !== undefined) return;
    explorer.pointAt(near ?? view.ifFocused(explorer.current));
  }

  function pinch(id: number, at: Point): void {
    const [other] = [...fingers].find(([finger]) => finger !== id) ?? [];
    const [before, still] = [fingers.get(id), other === undefined ? undefined : fingers.get(other)];
    fingers.set(id, at);
    if (!before || !still) return;
    const apart = (point: Point) => Math.max(1, Math.hypot(point.x - still.x, point.y - still.y));
    const middle = { x: (at.x + still.x) / 2, y: (at.y + still.y) / 2 };
    const shifted = moved(explorer.viewport, (at.x - before.x) / 2, (at.y - before.y) / 2);
    drag = "move";
    explorer.look(zoomed(shifted, apart(at) / apart(before), middle));
  }
}

/** The paper that is nearest to a point of the canvas. */
function paperNear(explorer: MapExplorer, at: Point, radius: number): number | undefined {
  const { viewport, stage, isShown } = explorer;
  const near = nearestPaper(stage, toPlace(viewport, at), radius / viewport.zoom, isShown);
  // The dot itself must be on the canvas.
  if (near === undefined) return undefined;
  const { x, y } = toScreen(viewport, explorer.placeOf(near));
  return x >= 0 && y >= 0 && x <= viewport.width && y <= viewport.height ? near : undefined;
}
