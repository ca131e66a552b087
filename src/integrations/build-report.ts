/** What a build has to tell: notes from pages, and how many pages there are so far. */
interface BuildReport {
  notes: Set<string>;
  pages: number;
  onPage: (pages: number) => void;
}

const key = Symbol.for("offprint.build-report");

// Pages are bundled apart from the integrations, so a module's own variable would not be shared.
function report(): BuildReport {
  const known: BuildReport | undefined = Reflect.get(globalThis, key);
  if (known) return known;
  const made: BuildReport = { notes: new Set(), pages: 0, onPage: () => {} };
  Reflect.set(globalThis, key, made);
  return made;
}

/** Notes that a page shows formulas as their source. */
export function reportRefusals(id: string, refused: { latex: string; reason: string }[]): void {
  for (const { latex, reason } of refused) {
    report().notes.add(
      `papers/${id}: KaTeX cannot set $${latex}$, so its source is shown (${reason})`,
    );
  }
}

/** Called by the layout for each page. */
export function countPage(): void {
  const current = report();
  current.pages += 1;
  current.onPage(current.pages);
}

/** Calls back with the number of pages after each one. */
export function watchPages(onPage: (pages: number) => void): void {
  report().onPage = onPage;
}

/** What pages had to say during this build, each once, and how many pages were made. */
export function takeReport(): { notes: string[]; pages: number } {
  const { notes, pages } = report();
  const taken = { notes: [...notes].sort(), pages };
  Reflect.deleteProperty(globalThis, key);
  return taken;
}
