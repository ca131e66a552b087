import { type Box, boxBetween, type Point, papersIn } from "./find-papers.ts";
import type { MapData } from "./map-data.ts";
import type { MapView } from "./map-view.ts";
import type { PaperList } from "./paper-list.ts";
import { type Stage, spreadOver } from "./stage.ts";
import { revealing, toPlace, toScreen, type Viewport, wholeMap } from "./viewport.ts";

/** Milliseconds without a movement after which the list follows the map. */
const listDelay = 150;

/** The state of the map. Mouse, touch, keyboard, buttons and legend all change it through these methods. */
export interface MapExplorer {
  readonly data: MapData;
  readonly view: MapView;
  /** The places of the papers on the canvas at zoom 1. */
  readonly stage: Stage;
  readonly viewport: Viewport;
  /** The paper that is pointed at. */
  readonly current: number | undefined;
  /** Two opposite corners of the selected area: where the drag began, and where it is now. */
  readonly brush: Brush | undefined;
  isShown: (paper: number) => boolean;
  placeOf: (paper: number) => Point;
  pointAt: (paper: number | undefined) => void;
  /** Selects an area, or nothing, and lists its papers. */
  select: (brush: Brush | undefined) => void;
  /** Shows another part of the map. */
  look: (viewport: Viewport) => void;
  /** Moves the map so far that a paper is visible. */
  reveal: (paper: number) => void;
  /** Shows or hides a family of the legend. */
  setFamily: (family: number, shown: boolean) => void;
  /** Measures the canvas again, and shows the whole map on it. */
  resize: () => void;
  /** Draws again with the current colours. */
  restyle: () => void;
}

type Brush = readonly [start: Point, end: Point];

/** Connects the papers with the picture and the list. */
export function createMapExplorer(data: MapData, view: MapView, list: PaperList): MapExplorer {
  const hidden = new Set<number>();
  let stage = spreadOver(data, 1, 1);
  let viewport = wholeMap(1, 1);
  let current: number | undefined;
  let brush: Brush | undefined;
  let frame = 0;
  let timer = 0;

  const isShown = (paper: number) => !hidden.has(data.family[paper] ?? 0);
  const placeOf = (paper: number) => ({ x: stage.x[paper] ?? 0, y: stage.y[paper] ?? 0 });

  function drawSoon(): void {
    if (frame !== 0) return;
    frame = requestAnimationFrame(() => {
      frame = 0;
      view.draw(viewport, hidden, brush && boxBetween(...brush));
      showCurrent();
    });
  }

  function showCurrent(): void {
    const at = current === undefined ? undefined : toScreen(viewport, placeOf(current));
    const isVisible =
      at && at.x >= 0 && at.y >= 0 && at.x <= viewport.width && at.y <= viewport.height;
    if (current !== undefined && isVisible) view.showPaper(current, at, viewport);
    else view.hidePaper();
  }

  function listNow(): void {
    clearTimeout(timer);
    timer = 0;
    const area: Box | undefined = brush
      ? boxBetween(...brush)
      : viewport.zoom > 1
        ? boxBetween(
            toPlace(viewport, { x: 0, y: 0 }),
            toPlace(viewport, { x: viewport.width, y: viewport.height }),
          )
        : undefined;
    list.show(data, papersIn(stage, area, isShown), brush ? "selected" : area ? "visible" : "all");
  }

  function update(): void {
    drawSoon();
    // A long list during a movement would hold the map up.
    clearTimeout(timer);
    timer = window.setTimeout(listNow, listDelay);
  }

  return {
    data,
    view,
    get stage() {
      return stage;
    },
    get viewport() {
      return viewport;
    },
    get current() {
      return current;
    },
    get brush() {
      return brush;
    },
    isShown,
    placeOf,
    pointAt: (paper) => {
      current = paper;
      showCurrent();
    },
    select: (area) => {
      brush = area;
      update();
    },
    look: (next) => {
      viewport = next;
      view.showZoom(viewport.zoom);
      update();
    },
    reveal: (paper) => {
      const next = revealing(viewport, placeOf(paper));
      if (next.left === viewport.left && next.top === viewport.top) return;
      viewport = next;
      update();
    },
    setFamily: (family, shown) => {
      if (shown) hidden.delete(family);
      else hidden.add(family);
      if (current !== undefined && !isShown(current)) current = undefined;
      update();
    },
    resize: () => {
      const { width, height } = view.measure();
      stage = spreadOver(data, width, height);
      viewport = wholeMap(width, height);
      brush = undefined;
      current = view.ifFocused(current);
      view.prepare(stage, viewport);
      view.showZoom(1);
      update();
    },
    restyle: () => {
      view.prepare(stage, viewport);
      drawSoon();
    },
  };
}
