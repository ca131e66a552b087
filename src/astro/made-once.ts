import { markUntraceable, outsideOfPages } from "./integrations/page-trace.ts";

/**
 * What values that pages share are made from: the entries of papers; the texts of the owner's notes; the list of
 * published addresses and that of removed papers; what the process beside the pages has compared; and which
 * components the owner replaces.
 */
export type Source = "papers" | "notes" | "addresses" | "comparisons" | "overrides";

const key = Symbol.for("offprint.changes");

/** How often each source has changed since this process began. */
function changes(): Map<Source, number> {
  // Pages and integrations are in different bundles, so they would not share a module's variable.
  const known: Map<Source, number> | undefined = Reflect.get(globalThis, key);
  if (known) return known;
  const made = new Map<Source, number>();
  Reflect.set(globalThis, key, made);
  return made;
}

/**
 * A value that all pages share. It is made when it is first asked for, and in a preview again after one of its
 * sources has changed. A value that is made of another one has the sources of that one, too.
 *
 * A page that asks for it is made again in every build, because it may have read any part of it: `lookup` and `fact`
 * in `traced.ts` give parts.
 */
export function madeOnce<T>(sources: readonly Source[], make: () => T): () => T {
  const find = untraced(sources, make);
  return () => {
    markUntraceable();
    return find();
  };
}

/** The same for values of which a page that asks for them notes itself what it read. */
export function untraced<T>(sources: readonly Source[], make: () => T): () => T {
  let made: { at: number; value: T } | undefined;
  return () => {
    const counts = changes();
    // Counts only grow, so their sum is another one after each change.
    let at = 0;
    for (const source of sources) at += counts.get(source) ?? 0;
    if (made?.at !== at) made = { at, value: outsideOfPages(make) };
    return made.value;
  };
}

/** Lets everything that was made of these sources be made again: they have changed. */
export function sourcesChanged(...sources: readonly Source[]): void {
  const counts = changes();
  for (const source of sources) counts.set(source, (counts.get(source) ?? 0) + 1);
}
