import { AsyncLocalStorage } from "node:async_hooks";
import type { Message } from "../../schemas/message.ts";

/** What a page that is being made has read and reported, so that a later build can tell whether it would be the same. */
export interface PageTrace {
  /** The names of values, with keys, that `lookup` and `fact` gave the page. */
  reads: Map<string, Set<string>>;
  /** Whether it read something that nobody can compare with a later build. */
  isUntraceable: boolean;
  messages: Message[];
  /** How often the layout counted it as a page. */
  pages: number;
}

/** The digest that a value would have now; undefined if it has none. */
export type Version = (key: string) => Promise<string | undefined>;

interface Traces {
  page: AsyncLocalStorage<PageTrace | undefined>;
  versions: Map<string, Version>;
}

const key = Symbol.for("offprint.page-traces");

// Pages and integrations are in different bundles, so they would not share a module's variable.
function traces(): Traces {
  const known: Traces | undefined = Reflect.get(globalThis, key);
  if (known) return known;
  const made: Traces = { page: new AsyncLocalStorage(), versions: new Map() };
  Reflect.set(globalThis, key, made);
  return made;
}

/** The page that is being made; undefined outside of pages and in a preview. */
export function pageTrace(): PageTrace | undefined {
  return traces().page.getStore();
}

/** Makes a page, and notes what it reads. */
export async function tracePage<T>(make: () => Promise<T>): Promise<{ made: T; trace: PageTrace }> {
  const trace: PageTrace = { reads: new Map(), isUntraceable: false, messages: [], pages: 0 };
  return { made: await traces().page.run(trace, make), trace };
}

/** Makes more of a page, and notes what it reads. */
export function continuePage<T>(trace: PageTrace, make: () => T): T {
  return traces().page.run(trace, make);
}

/** Runs what belongs to no page, though a page may be the first to need it. */
export function outsideOfPages<T>(make: () => T): T {
  return traces().page.run(undefined, make);
}

/** Notes that the page that is being made has read something that no later build can compare. */
export function markUntraceable(): void {
  const page = pageTrace();
  if (page) page.isUntraceable = true;
}

/** By name, how to tell whether a value is still the same. */
export function valueVersions(): Map<string, Version> {
  return traces().versions;
}
