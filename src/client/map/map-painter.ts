import { createDotPicture, type DotPicture, type DotStyle } from "./draw-dots.ts";
import { createLabels, type LabelStyle, type Labels } from "./draw-labels.ts";
import type { Box } from "./find-papers.ts";
import type { MapData } from "./map-data.ts";
import type { Stage } from "./stage.ts";
import type { Viewport } from "./viewport.ts";

/** Draws the map on its canvas. */
export interface MapPainter {
  /** Takes the page's colours and fonts, and the places of papers on a canvas of some size. */
  prepare: (stage: Stage, viewport: Viewport) => void;
  /** Draws what a reader sees. Papers outside of the area are pale. */
  draw: (viewport: Viewport, hidden: ReadonlySet<number>, area: Box | undefined) => void;
}

/** A painter for the canvas in the map. Undefined where the browser has no canvas. */
export function createPainter(
  root: HTMLElement,
  canvas: HTMLCanvasElement,
  data: MapData,
): MapPainter | undefined {
  const context = canvas.getContext("2d");
  if (!context) return undefined;
  const families: number[][] = [];
  for (const [paper, family] of data.family.entries()) {
    families[family] ??= [];
    families[family].push(paper);
  }
  let drawing: { stage: Stage; density: number; dots: DotPicture; labels: Labels } | undefined;

  return {
    prepare: (stage, { width, height }) => {
      const style = dotStyleOf(root);
      const { density } = style;
      canvas.width = Math.round(width * density);
      canvas.height = Math.round(height * density);
      const names = labelStyleOf(root);
      context.font = names.font;
      const sizes = {
        measure: (name: string) => context.measureText(name).width,
        dot: style.size,
      };
      const labels = createLabels(data.regions, stage, { width, height }, names, sizes);
      const dots = createDotPicture(style, { width, height });
      drawing = dots && { stage, density, dots, labels };
    },
    draw: (viewport, hidden, area) => {
      if (!drawing) return;
      const { stage, density, dots, labels } = drawing;
      const shown = families.map((papers, family) => (hidden.has(family) ? [] : papers));
      dots.draw(stage, shown, viewport, area);
      context.setTransform(density, 0, 0, density, 0, 0);
      context.clearRect(0, 0, viewport.width, viewport.height);
      labels.drawLeaders(context, viewport, hidden);
      context.drawImage(dots.canvas, 0, 0, viewport.width, viewport.height);
      labels.drawNames(context, viewport, hidden);
    },
  };
}

/** The colours are those of the legend's swatches, in its order. */
function dotStyleOf(root: HTMLElement): DotStyle {
  const swatches = document.querySelectorAll(".families .swatch path");
  return {
    colours: [...swatches].map((path) => getComputedStyle(path).stroke),
    size: Number.parseFloat(getComputedStyle(root).getPropertyValue("--dot")),
    // A screen of three or more shows no finer dots than one of two.
    density: Math.min(2, devicePixelRatio),
  };
}

function labelStyleOf(root: HTMLElement): LabelStyle {
  const { color, backgroundColor, fontFamily } = getComputedStyle(root);
  const size =
    0.875 * Number.parseFloat(getComputedStyle(document.documentElement).fontSize) * 0.85;
  return {
    font: `italic ${size}px ${fontFamily}`,
    line: size * 1.4,
    colour: color,
    halo: backgroundColor,
  };
}
