import { createDiscs, type Discs } from "./discs.ts";
import type { Box } from "./find-papers.ts";
import type { Stage } from "./stage.ts";
import type { Viewport } from "./viewport.ts";

/** What the dots look like. */
export interface DotStyle {
  /** A colour for each family, as CSS writes it. */
  colours: readonly string[];
  /** The diameter at zoom 1, in pixels. */
  size: number;
  /** Pixels of the device in one pixel of the page. */
  density: number;
}

/** The diameter of dots: they grow with the map, but much less, so that they move apart. */
export function dotSize(size: number, zoom: number): number {
  return Math.min(size * zoom ** 0.35, Math.max(size, 16));
}

/** The papers to draw: those of each family that is not hidden. */
export type Families = readonly (readonly number[])[];

/** A picture of dots, as large as the canvas. */
export interface DotPicture {
  canvas: HTMLCanvasElement;
  /** Draws all dots. Those outside of a selected area are pale. */
  draw: (stage: Stage, families: Families, view: Viewport, area: Box | undefined) => void;
}

/** How much of their colour dots outside of the selected area keep. */
const pale = 0.25;

/**
 * A picture for dots of this style. Their pixels are written one by one: 10,000 calls to a canvas would take
 * several times as long, and a frame has 16 milliseconds. Undefined where the browser has no canvas.
 */
export function createDotPicture(
  style: DotStyle,
  { width, height }: Pick<Viewport, "width" | "height">,
): DotPicture | undefined {
  const { density } = style;
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(width * density);
  canvas.height = Math.round(height * density);
  const context = canvas.getContext("2d");
  if (!context) return undefined;
  const picture = context.createImageData(canvas.width, canvas.height);
  const pixels = new Uint32Array(picture.data.buffer);
  let discs: Discs | undefined;

  return {
    canvas,
    draw: (stage, families, view, area) => {
      const diameter = Math.max(2, Math.round(dotSize(style.size, view.zoom) * density));
      if (discs?.diameter !== diameter) discs = createDiscs(style.colours, diameter, pale);
      const { blit, half } = discs;
      const scale = view.zoom * density;
      pixels.fill(0);
      for (const [family, papers] of families.entries()) {
        for (const paper of papers) {
          const [x, y] = [stage.x[paper] ?? 0, stage.y[paper] ?? 0];
          const isPale =
            area !== undefined &&
            (x < area.left || x > area.right || y < area.top || y > area.bottom);
          const left = Math.round((x - view.left) * scale - half);
          const top = Math.round((y - view.top) * scale - half);
          blit(pixels, canvas.width, canvas.height, { left, top, family, isPale });
        }
      }
      context.putImageData(picture, 0, 0);
    },
  };
}
