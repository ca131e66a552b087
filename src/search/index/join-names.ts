import type { NamedPapers } from "./names.ts";

/** The names of some papers and of later ones. */
export function joinNames(
  some: readonly NamedPapers[],
  later: readonly NamedPapers[],
): NamedPapers[] {
  if (later.length === 0) return [...some];
  const all = new Map(some);
  for (const [name, papers] of later) {
    const known = all.get(name) ?? [];
    const last = known.reduce((sum, delta) => sum + delta, 0);
    const [first = 0, ...deltas] = papers;
    all.set(name, [...known, first - last, ...deltas]);
  }
  return [...all];
}
