import { type DotGrid, dotGrid } from "../../archive/map/dot-grid.ts";
import { type PlacedLabel, placeLabels } from "../../archive/map/place-labels.ts";
import { dotSize } from "./draw-dots.ts";
import type { MapData } from "./map-data.ts";
import type { Stage } from "./stage.ts";
import { toScreen, type Viewport } from "./viewport.ts";

/** The look of labels. */
export interface LabelStyle {
  font: string;
  /** Height of a line, in pixels. */
  line: number;
  colour: string;
  halo: string;
}

/** The names of parts of the map, for a canvas of some size. */
export interface Labels {
  /** Draws the lines that lead to the labels. They go under the dots. */
  drawLeaders: (
    context: CanvasRenderingContext2D,
    view: Viewport,
    hidden: ReadonlySet<number>,
  ) => void;
  /** Draws the names, which are where no dot is. */
  drawNames: (
    context: CanvasRenderingContext2D,
    view: Viewport,
    hidden: ReadonlySet<number>,
  ) => void;
}

const farthest = 130;
const haloWidth = 4;
/** A label nearer than this needs no line to its part of the map. */
const leaderFrom = 24;
const leaderStrength = 0.4;
/** Square pixels of the map for each label, so that names do not crowd it. */
const room = 22_000;

/**
 * Labels are placed for zooms that are a factor of √2 apart: a place that is free stays so while the
 * map grows under it.
 */
const levelOf = (zoom: number) => Math.floor(2 * Math.log2(zoom) + 1e-6);

/** Prepares the labels. `measure` gives the width of a name in pixels; `dot` is the diameter at zoom 1. */
export function createLabels(
  regions: MapData["regions"],
  stage: Stage,
  { width, height }: { width: number; height: number },
  style: LabelStyle,
  { measure, dot }: { measure: (name: string) => number; dot: number },
): Labels {
  const grid: DotGrid = dotGrid(stage);
  const points = regions.map(({ x, y }) => stage.placeOf(x, y));
  const widths = regions.map(({ name }) => measure(name) + haloWidth);
  const levels = new Map<number, PlacedLabel[]>();

  function placedAt(zoom: number): PlacedLabel[] {
    const level = levelOf(zoom);
    const known = levels.get(level);
    if (known) return known;
    const scale = 2 ** (level / 2);
    const labels = points.map((point, index) => ({
      ...point,
      width: (widths[index] ?? 0) / scale,
      height: style.line / scale,
    }));
    const gap = (dotSize(dot, scale) / 2 + 1) / scale;
    const space = { dots: grid, gap, width, height, farthest: farthest / scale };
    const most = Math.ceil((width * height * scale ** 2) / room);
    const placed = placeLabels(labels, space).slice(0, most);
    levels.set(level, placed);
    return placed;
  }

  const shown = (view: Viewport, hidden: ReadonlySet<number>) =>
    placedAt(view.zoom).filter(({ label }) => !hidden.has(regions[label]?.family ?? -1));

  return {
    drawLeaders: (context, view, hidden) => {
      context.strokeStyle = style.colour;
      context.globalAlpha = leaderStrength;
      context.lineWidth = 1;
      context.beginPath();
      for (const { label, x, y } of shown(view, hidden)) {
        const point = points[label];
        if (!point) continue;
        const [from, to] = [toScreen(view, { x, y }), toScreen(view, point)];
        if (Math.hypot(from.x - to.x, from.y - to.y) < leaderFrom) continue;
        context.moveTo(from.x, from.y);
        context.lineTo(to.x, to.y);
      }
      context.stroke();
      context.globalAlpha = 1;
    },
    drawNames: (context, view, hidden) => {
      context.font = style.font;
      context.textAlign = "center";
      context.textBaseline = "middle";
      context.lineJoin = "round";
      context.lineWidth = haloWidth;
      context.strokeStyle = style.halo;
      context.fillStyle = style.colour;
      for (const { label, x, y } of shown(view, hidden)) {
        const at = toScreen(view, { x, y });
        const name = regions[label]?.name ?? "";
        context.strokeText(name, at.x, at.y);
        context.fillText(name, at.x, at.y);
      }
    },
  };
}
