import { type Page, pagesOf, papersOnAPage } from "../archive/paging.ts";
import { allOf, type Period } from "../archive/periods.ts";
import { lists } from "../i18n/strings.ts";
import { defined } from "../schemas/defined.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import { keyed } from "./traced.ts";

/** The props of a page of a list: its part of the list, and the keys of the newer and older lists. */
export interface ListProps<S> {
  group: S;
  list: Page<PaperEntry>;
  newer?: string;
  older?: string;
}

/**
 * Astro's static paths for lists that are split into pages: `/months/2025-10/`, `/months/2025-10/2/`.
 * `param` is the route parameter for the list's key; a route with a single list has none.
 */
export function listPaths<S extends { key: string; papers: PaperEntry[] }>(
  groups: readonly S[],
  param?: string,
) {
  const paths = groups.flatMap((group, index) => {
    const [newer, older] = [groups[index - 1]?.key, groups[index + 1]?.key];
    return pagesOf(group.papers).map((list) => ({
      params: {
        ...(param === undefined ? {} : { [param]: group.key }),
        page: list.number === 1 ? undefined : String(list.number),
      },
      props: {
        group,
        list,
        ...defined({ newer, older }),
      } satisfies ListProps<S>,
    }));
  });
  return keyed(paths);
}

/**
 * The same for days, weeks, months or years. The neighbours of a period are those that have papers of
 * their own.
 */
export function periodPaths(
  periods: readonly Period[],
  param: string,
  papersOf: (period: Period) => PaperEntry[] = allOf,
) {
  const full = periods.filter(({ papers }) => papers.length > 0);
  const paths = periods.flatMap((group) => {
    const newer = full.findLast(({ key }) => key > group.key)?.key;
    const older = full.find(({ key }) => key < group.key)?.key;
    return pagesOf(papersOf(group)).map((list) => ({
      params: { [param]: group.key, page: list.number === 1 ? undefined : String(list.number) },
      props: { group, list, ...defined({ newer, older }) } satisfies ListProps<Period>,
    }));
  });
  return keyed(paths);
}

/** The papers of a period that are on one page of its list. */
export function partsOfPage(
  { papers, again, published }: Period,
  list: Page<PaperEntry>,
): Omit<Period, "key"> {
  const start = (list.number - 1) * papersOnAPage;
  const part = (from: number, length: number) =>
    list.items.slice(Math.max(0, from - start), Math.max(0, from + length - start));
  return {
    papers: part(0, papers.length),
    again: part(papers.length, again.length),
    published: part(papers.length + again.length, published.length),
  };
}

/** Props for links to the earlier and the later list: the earlier one is to the left, as in calendars. */
export function listNeighbours(
  name: string,
  { newer, older }: Pick<ListProps<unknown>, "newer" | "older">,
  link: (key: string) => { name: string; short?: string; href: string },
) {
  return {
    name,
    before: older === undefined ? undefined : { label: lists.earlier, ...link(older) },
    after: newer === undefined ? undefined : { label: lists.later, ...link(newer) },
  };
}
