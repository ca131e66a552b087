import type { Point } from "./find-papers.ts";

/**
 * The part of the map that a reader sees. The whole map fills the canvas at zoom 1; a point of it in
 * pixels at that zoom is called a place.
 */
export interface Viewport {
  readonly width: number;
  readonly height: number;
  readonly zoom: number;
  /** The place in the upper left corner. */
  readonly left: number;
  readonly top: number;
}

const mostZoom = 40;

/** The whole map on a canvas. */
export function wholeMap(width: number, height: number): Viewport {
  return { width, height, zoom: 1, left: 0, top: 0 };
}

/** Where a place is on the canvas. */
export function toScreen({ zoom, left, top }: Viewport, { x, y }: Point): Point {
  return { x: (x - left) * zoom, y: (y - top) * zoom };
}

/** The place at a point of the canvas. */
export function toPlace({ zoom, left, top }: Viewport, { x, y }: Point): Point {
  return { x: x / zoom + left, y: y / zoom + top };
}

/** Zooms by a factor; what is at a point of the canvas stays there, as far as the map's edges allow. */
export function zoomed(view: Viewport, factor: number, at: Point): Viewport {
  const zoom = Math.min(mostZoom, Math.max(1, view.zoom * factor));
  const { x, y } = toPlace(view, at);
  return inside({ ...view, zoom, left: x - at.x / zoom, top: y - at.y / zoom });
}

/** Moves the map under the canvas by pixels of the screen. */
export function moved(view: Viewport, dx: number, dy: number): Viewport {
  return inside({ ...view, left: view.left - dx / view.zoom, top: view.top - dy / view.zoom });
}

/** Moves the map only so far that a place is visible, with some space around it. */
export function revealing(view: Viewport, place: Point): Viewport {
  const { x, y } = toScreen(view, place);
  const space = Math.min(40, view.width / 4, view.height / 4);
  const needed = (at: number, size: number) =>
    at < space ? space - at : at > size - space ? size - space - at : 0;
  return moved(view, needed(x, view.width), needed(y, view.height));
}

function inside(view: Viewport): Viewport {
  const within = (at: number, size: number) => Math.min(size - size / view.zoom, Math.max(0, at));
  return { ...view, left: within(view.left, view.width), top: within(view.top, view.height) };
}
