/** A step of a scale: from the least to the largest number of papers that it has. */
export interface ShadeStep {
  /** 1 (weakest) to 5 (strongest). */
  shade: number;
  from: number;
  to: number;
}

/** How a chart shows numbers of papers by shades. */
export interface ShadeScale {
  /** The shade of a number; 0 for none. */
  shadeOf: (count: number) => number;
  /** The steps, for a legend. Empty if there are no numbers. */
  steps: ShadeStep[];
}

const shades = 5;

/**
 * Makes a scale of at most five steps, each for about as many of these numbers, so that those of a small and
 * of a large archive can be told apart. Steps begin at round numbers where that leaves each its own, and
 * there are no gaps between them. The largest number always has the strongest shade.
 */
export function shadeScale(counts: readonly number[]): ShadeScale {
  const sorted = counts.filter((count) => count > 0).sort((a, b) => a - b);
  const starts = roundStarts(startsOf(sorted));
  const most = sorted.at(-1) ?? 0;
  const steps = starts.map((from, index) => ({
    shade: shadeOfStep(index, starts.length),
    from,
    to: (starts[index + 1] ?? most + 1) - 1,
  }));
  return scaleOfSteps(steps);
}

/** The scale of these steps. */
export function scaleOfSteps(steps: ShadeStep[]): ShadeScale {
  return {
    steps,
    shadeOf: (count) =>
      count > 0 ? (steps.findLast(({ from }) => count >= from)?.shade ?? steps[0]?.shade ?? 1) : 0,
  };
}

/** The least number of each step. Equal numbers are in one, and the rest is divided among the others. */
function startsOf(sorted: readonly number[]): number[] {
  const different = [...new Set(sorted)];
  if (different.length <= shades) return different;
  const starts: number[] = [];
  let at = 0;
  for (let left = shades; left > 0 && at < sorted.length; left -= 1) {
    starts.push(sorted[at] ?? 1);
    at += Math.ceil((sorted.length - at) / left);
    while (at < sorted.length && sorted[at] === sorted[at - 1]) at += 1;
  }
  return starts;
}

/** Lowers starts to multiples of 5, 50, 500 and so on. Those below 10, and those that would coincide, stay. */
function roundStarts(starts: readonly number[]): number[] {
  if (starts.length < 2) return [...starts];
  const rounded: number[] = [];
  for (const start of starts) {
    const unit = start < 10 ? 1 : 10 ** (String(start).length - 1) / 2;
    const low = Math.floor(start / unit) * unit;
    rounded.push(low > (rounded.at(-1) ?? 0) ? low : start);
  }
  return rounded;
}

/** Spreads few steps over all shades; a single one is in the middle. */
function shadeOfStep(index: number, steps: number): number {
  return steps === 1 ? 3 : 1 + Math.round((index * (shades - 1)) / (steps - 1));
}
