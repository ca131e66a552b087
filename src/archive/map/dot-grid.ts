/** Positions of dots, one array for each axis. */
export interface Dots {
  x: ArrayLike<number>;
  y: ArrayLike<number>;
}

/** A rectangle on the map. */
export interface Box {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

/** Dots sorted into squares, so that a small box is searched without all others. */
export interface DotGrid {
  /** Whether a box has a dot in it. */
  hasDot: (box: Box) => boolean;
}

const square = 16;

/** Sorts dots into squares. */
export function dotGrid({ x, y }: Dots): DotGrid {
  const squares = new Map<number, number[]>();
  const keyOf = (column: number, row: number) => column * 100_003 + row;
  for (let dot = 0; dot < x.length; dot++) {
    const key = keyOf(Math.floor((x[dot] ?? 0) / square), Math.floor((y[dot] ?? 0) / square));
    const known = squares.get(key);
    if (known) known.push(dot);
    else squares.set(key, [dot]);
  }
  const isIn = (dot: number, { left, right, top, bottom }: Box) => {
    const [dx, dy] = [x[dot] ?? 0, y[dot] ?? 0];
    return dx > left && dx < right && dy > top && dy < bottom;
  };
  return {
    hasDot: (box) => {
      const lastRow = Math.floor(box.bottom / square);
      for (let column = Math.floor(box.left / square); column * square <= box.right; column++) {
        for (let row = Math.floor(box.top / square); row <= lastRow; row++) {
          const dots = squares.get(keyOf(column, row));
          if (dots?.some((dot) => isIn(dot, box))) return true;
        }
      }
      return false;
    },
  };
}
