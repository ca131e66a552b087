/** Where a disc goes, and which. */
interface Spot {
  left: number;
  top: number;
  family: number;
  isPale: boolean;
}

/** Discs of one size in the colours of all families. */
export interface Discs {
  diameter: number;
  /** From the edge to the middle of a disc's square. */
  half: number;
  /** Writes a disc into the pixels of a picture. What is outside of the picture is left out. */
  blit: (pixels: Uint32Array, width: number, height: number, spot: Spot) => void;
}

/** Makes discs with smooth edges. `pale` is how much of their colour those have that are not selected. */
export function createDiscs(colours: readonly string[], diameter: number, pale: number): Discs {
  const side = diameter + 2;
  const cover = Array.from({ length: side * side }, (_, at) =>
    coverage((at % side) - side / 2 + 0.5, Math.floor(at / side) - side / 2 + 0.5, diameter / 2),
  );
  const strong = colours.map((colour) => pixelsOf(cover, colour, 1));
  const weak = colours.map((colour) => pixelsOf(cover, colour, pale));
  return {
    diameter,
    half: side / 2,
    blit: (pixels, width, height, { left, top, family, isPale }) => {
      const disc = (isPale ? weak : strong)[family];
      if (!disc) return;
      const [firstRow, lastRow] = [Math.max(0, -top), Math.min(side, height - top)];
      const [first, last] = [Math.max(0, -left), Math.min(side, width - left)];
      for (let row = firstRow; row < lastRow; row++) {
        const line = (top + row) * width + left;
        for (let column = first; column < last; column++) {
          const pixel = disc[row * side + column] ?? 0;
          // Where discs meet, an edge does not cut into the other disc.
          if (pixel >>> 24 > (pixels[line + column] ?? 0) >>> 24 || pixel >>> 24 === 255) {
            pixels[line + column] = pixel;
          }
        }
      }
    },
  };
}

/** How much of a pixel a disc covers, by the distance of the pixel from its middle. */
function coverage(x: number, y: number, radius: number): number {
  return Math.min(1, Math.max(0, radius - Math.hypot(x, y) + 0.5));
}

/** The pixels of a disc, in the order of bytes that a canvas has: red, green, blue, opacity. */
function pixelsOf(cover: readonly number[], colour: string, opacity: number): Uint32Array {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number);
  const bytes = new Uint8ClampedArray(cover.length * 4);
  for (const [at, part] of cover.entries()) {
    bytes.set([red, green, blue, 255 * part * opacity], at * 4);
  }
  return new Uint32Array(bytes.buffer);
}
