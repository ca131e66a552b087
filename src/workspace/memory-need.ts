/** The most memory that a build was seen to take, in bytes: all processes together, and the largest one. */
export interface MeasuredBuild {
  papers: number;
  together: number;
  largest: number;
}

/** What a machine has, in bytes. */
export interface MachineMemory {
  /** All of it, or as much as a container may use. */
  total: number;
  /** What other programs do not use. */
  free: number;
  /** As much as Node lets the objects of one process take. */
  heap: number;
}

/**
 * About how much memory a build of so many papers takes: what larger and smaller archives took, in proportion. Undefined
 * unless two sizes were measured.
 */
export function memoryNeeded(
  papers: number,
  measured: readonly MeasuredBuild[],
): MeasuredBuild | undefined {
  const bySize = measured.toSorted((a, b) => a.papers - b.papers);
  const above = bySize.findIndex((build) => build.papers >= papers);
  const at = Math.max(1, above < 0 ? bySize.length - 1 : above);
  const [less, more] = [bySize[at - 1], bySize[at]];
  if (!less || !more || less.papers === more.papers) return undefined;
  const share = (papers - less.papers) / (more.papers - less.papers);
  // Nothing that is smaller takes less than the smallest that was measured.
  const between = (from: number, to: number) =>
    papers <= less.papers ? from : Math.max(from, from + share * (to - from));
  return {
    papers,
    together: between(less.together, more.together),
    largest: between(less.largest, more.largest),
  };
}

/** Why a build of an archive may end early on a machine, and what to do; empty if it will have enough memory. */
export function memoryFaults(
  { together, largest }: MeasuredBuild,
  { total, free, heap }: MachineMemory,
): { reason: string; hint: string }[] {
  const faults: { reason: string; hint: string }[] = [];
  if (together > total) {
    faults.push({
      reason: `it takes about ${gigabytes(together)} of memory, but this machine has ${gigabytes(total)}`,
      hint: "Build it on a machine with more memory.",
    });
  } else if (together > free) {
    faults.push({
      reason: `it takes about ${gigabytes(together)} of memory, but ${gigabytes(free)} are free now`,
      hint: "End other programs first.",
    });
  }
  if (largest > heap) {
    faults.push({
      reason: `one of its processes takes about ${gigabytes(largest)}, but Node lets it have ${gigabytes(heap)}`,
      hint: `Set NODE_OPTIONS=--max-old-space-size=${Math.ceil(largest / 2 ** 20 / 500) * 500}.`,
    });
  }
  return faults;
}

/** `1.5 GB`. */
function gigabytes(bytes: number): string {
  return `${(bytes / 1e9).toFixed(1)} GB`;
}
