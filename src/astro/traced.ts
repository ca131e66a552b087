import { defined } from "../schemas/defined.ts";
import { outsideOfPages, pageTrace, valueVersions } from "./integrations/page-trace.ts";
import { type Source, untraced } from "./made-once.ts";
import { digestOf } from "./value-digest.ts";

/**
 * Values by key that pages may ask for: a page is made again if one that it asked for is another one in a later build.
 * `load` makes the function that finds them, once in a build. No other such values have the name.
 */
export function lookup<T>(
  name: string,
  sources: readonly Source[],
  load: () => Promise<(key: string) => T>,
): () => Promise<(key: string) => T> {
  const find = untraced(sources, load);
  valueVersions().set(name, async (key) => {
    const found = await find();
    return digestOf(await outsideOfPages(() => found(key)));
  });
  return async () => {
    const found = await find();
    return (key) => {
      const page = pageTrace();
      if (page) page.reads.set(name, (page.reads.get(name) ?? new Set()).add(key));
      return outsideOfPages(() => found(key));
    };
  };
}

/** The same for a single value. */
export function fact<T>(
  name: string,
  sources: readonly Source[],
  make: () => T | Promise<T>,
): () => Promise<T> {
  const found = lookup(name, sources, async () => {
    const value = await make();
    return () => value;
  });
  return async () => (await found())("");
}

/**
 * A value that pages share, of which each may read any part: a page that asked for it is made again if what it is made from is
 * something else in a later build. `of` gives that.
 */
export function whole<T>(
  name: string,
  sources: readonly Source[],
  make: () => T,
  of: (value: Awaited<T>) => unknown,
): () => T {
  const find = untraced(sources, make);
  valueVersions().set(name, async () => digestOf(of(await find())));
  return () => {
    pageTrace()?.reads.set(name, new Set([""]));
    return find();
  };
}

/** How values by paper are kept. */
interface KeptValues {
  /** What they are made from besides the entries. */
  sources?: readonly Source[];
  /** How many are kept: those that were asked for last. All, unless it is given. */
  most?: number;
}

/**
 * Values by paper, each made when it is first asked for and kept for other pages. They are made from its entry alone, or the
 * page also asks for what else they are made from.
 */
export function keptByPaper<T>({
  sources = ["papers"],
  most = Infinity,
}: KeptValues = {}): (id: string, make: () => T) => T {
  const kept = untraced(sources, () => new Map<string, { value: T }>());
  return (id, make) => {
    const values = kept();
    const found = values.get(id) ?? { value: make() };
    if (most < Infinity) values.delete(id);
    values.set(id, found);
    if (values.size > most)
      for (const first of values.keys()) {
        values.delete(first);
        break;
      }
    return found.value;
  };
}

/**
 * Astro's static paths with a key each, by which a build knows that a page has the props that it had in the last one. A
 * page whose props have code in them has none, and is always made again.
 */
export function keyed<P extends { params?: object; props?: object }>(
  paths: readonly P[],
): (P & { cacheKey?: string })[] {
  return paths.map((path) => ({ ...path, ...defined({ cacheKey: digestOf(path.props) }) }));
}
