import { type Box, boxBetween, type Point, papersIn } from "./find-papers.ts";
import type { MapData } from "./map-data.ts";
import type { MapView } from "./map-view.ts";
import type { PaperList } from "./paper-list.ts";

/** Milliseconds between two updates of the list while the brush is dragged. */
const listInterval = 150;

/** The state of the map. Mouse, touch, keyboard and legend all change it through these methods. */
export interface MapExplorer {
  readonly data: MapData;
  readonly view: MapView;
  /** The paper that is pointed at. */
  readonly current: number | undefined;
  /** Two opposite corners of the selected area: where the drag began, and where it is now. */
  readonly brush: Brush | undefined;
  isShown: (paper: number) => boolean;
  /** Map units per pixel of the screen. */
  scale: () => number;
  positionOf: (paper: number) => Point;
  pointAt: (paper: number | undefined) => void;
  /** Selects an area, or all of the map, and lists its papers. */
  select: (brush: Brush | undefined) => void;
  /** Does the same during a drag: draws once a frame and updates the list less often. */
  selectSoon: (brush: Brush) => void;
  /** Shows or hides a family of the legend. */
  setFamily: (family: number, shown: boolean) => void;
  /** Draws and lists everything again. */
  update: () => void;
}

type Brush = readonly [start: Point, end: Point];

/** Connects the papers with the picture and the list. `mapWidth`: the map's width in map units. */
export function createMapExplorer(
  data: MapData,
  view: MapView,
  list: PaperList,
  mapWidth: number,
): MapExplorer {
  const hiddenFamilies = new Set<number>();
  let current: number | undefined;
  let brush: Brush | undefined;
  let frame = 0;
  let lastListed = 0;

  const isShown = (paper: number) => !hiddenFamilies.has(data.family[paper] ?? 0);
  const scale = () => mapWidth / view.size().width;
  const positionOf = (paper: number) => ({ x: data.x[paper] ?? 0, y: data.y[paper] ?? 0 });

  function update(): void {
    cancelAnimationFrame(frame);
    frame = 0;
    lastListed = performance.now();
    const box = brush && boxBetween(...brush);
    list.show(data, papersIn(data, box, isShown), box !== undefined);
    view.showBrush(box && inPixels(box, scale()));
  }

  return {
    data,
    view,
    get current() {
      return current;
    },
    get brush() {
      return brush;
    },
    isShown,
    scale,
    positionOf,
    pointAt: (paper) => {
      current = paper;
      if (paper === undefined) view.hidePaper();
      else view.showPaper(pointedPaper(data, paper, scale()));
    },
    select: (area) => {
      brush = area;
      update();
    },
    selectSoon: (area) => {
      brush = area;
      frame ||= requestAnimationFrame(() => {
        frame = 0;
        if (performance.now() - lastListed > listInterval) update();
        else view.showBrush(brush && inPixels(boxBetween(...brush), scale()));
      });
    },
    setFamily: (family, shown) =>
      void (shown ? hiddenFamilies.delete(family) : hiddenFamilies.add(family)),
    update,
  };
}

function pointedPaper(data: MapData, paper: number, scale: number) {
  return {
    x: (data.x[paper] ?? 0) / scale,
    y: (data.y[paper] ?? 0) / scale,
    title: data.title[paper] ?? "",
    date: data.date[paper] ?? "",
    address: data.address[paper] ?? "",
  };
}

function inPixels({ left, right, top, bottom }: Box, scale: number): Box {
  return { left: left / scale, right: right / scale, top: top / scale, bottom: bottom / scale };
}
