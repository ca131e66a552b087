const exact = 40;
const growth = 1.05;

/**
 * A count of papers, rounded to a series that grows by a twentieth from step to step, so that one paper more
 * or less changes few of an archive's counts. Small counts stay as they are.
 */
export function frequencyStep(count: number): number {
  if (count < exact) return count;
  let least = exact;
  for (;;) {
    const next = Math.ceil(least * growth);
    if (count < next) return Math.round(Math.sqrt(least * (next - 1)));
    least = next;
  }
}
