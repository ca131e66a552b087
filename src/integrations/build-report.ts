const store = Symbol.for("offprint.build-report");

// Pages are bundled apart from the integrations, so a module's own variable would not be shared.
function lines(): Set<string> {
  const known: unknown = Reflect.get(globalThis, store);
  if (known instanceof Set) return known;
  const made = new Set<string>();
  Reflect.set(globalThis, store, made);
  return made;
}

/** Notes that a page shows formulas as their source, for the build's report. */
export function reportRefusals(id: string, refused: { latex: string; reason: string }[]): void {
  for (const { latex, reason } of refused) {
    lines().add(`papers/${id}: KaTeX cannot set $${latex}$, so its source is shown (${reason})`);
  }
}

/** What pages had to say during this build, each once. */
export function takeReport(): string[] {
  const report = [...lines()].sort();
  lines().clear();
  return report;
}
