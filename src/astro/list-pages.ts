import {
  briefOnAPage,
  type Page,
  pagesOf,
  papersOnAPage,
  shortOnAPage,
} from "../archive/paging.ts";
import { allOf, type Period } from "../archive/periods.ts";
import { type YearMark, yearMarks } from "../archive/year-marks.ts";
import { lists } from "../i18n/strings.ts";
import { defined } from "../schemas/defined.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import { keyed } from "./traced.ts";
import { listsAreWhole } from "./whole-lists.ts";

/** The props of a page of a list: its part of the list, and the keys of the newer and older lists. */
export interface ListProps<S> {
  group: S;
  list: Page<PaperEntry>;
  newer?: string;
  older?: string;
}

/** What the pages of a list have of it besides their own papers. */
export type ListHead<S> = Omit<S, "papers"> & { total: number; years: YearMark[] };

type PaperList = { key: string; papers: PaperEntry[] };

/**
 * Astro's static paths for lists that are split into pages: `/topics/bandits/`, `/topics/bandits/2/`. A page has only its
 * own papers, so that it stays as it is when others change. `param` is the route parameter for the list's key; a route with
 * a single list has none.
 */
export async function listPaths<S extends PaperList>(groups: readonly S[], param?: string) {
  const size = await rowsOnAPage();
  return pathsOf(
    groups,
    param,
    ({ papers, ...rest }): ListHead<S> => ({
      ...rest,
      total: papers.length,
      years: yearMarks(papers, size),
    }),
    size,
  );
}

async function rowsOnAPage(): Promise<number> {
  return (await listsAreWhole()) ? papersOnAPage : shortOnAPage;
}

/** The same for short lists, whose pages show what all of their papers have in common. */
export async function wholeListPaths<S extends PaperList>(groups: readonly S[], param?: string) {
  return pathsOf(groups, param, (group) => group, await rowsOnAPage());
}

function pathsOf<S extends PaperList, G>(
  groups: readonly S[],
  param: string | undefined,
  shown: (group: S) => G,
  size: number,
) {
  const paths = groups.flatMap((list, index) => {
    const group = shown(list);
    const [newer, older] = [groups[index - 1]?.key, groups[index + 1]?.key];
    return pagesOf(list.papers, size).map((page) => ({
      params: { ...(param === undefined ? {} : { [param]: list.key }), page: numberOf(page) },
      props: { group, list: page, ...defined({ newer, older }) } satisfies ListProps<G>,
    }));
  });
  return keyed(paths);
}

/** A period, and how many papers it has, but not which. */
export interface PeriodSizes {
  key: string;
  papers: { length: number };
  again: { length: number };
  published: { length: number };
}

/**
 * The same for days and weeks, which are short. The neighbours of a period are those that have papers of their own.
 */
export function wholePeriodPaths(
  periods: readonly Period[],
  param: string,
  papersOf: (period: Period) => PaperEntry[] = allOf,
) {
  return pathsOfPeriods(
    periods,
    param,
    (period) => pagesOf(papersOf(period)),
    (period) => period,
  );
}

/** The same for months and years, whose pages have only their own papers, and more of them where rows are brief. */
export async function periodPaths(periods: readonly Period[], param: string) {
  const size = (await listsAreWhole()) ? papersOnAPage : briefOnAPage;
  return pathsOfPeriods(
    periods,
    param,
    (period) => pagesOf(allOf(period), size),
    ({ key, papers, again, published }): PeriodSizes => ({
      key,
      papers: { length: papers.length },
      again: { length: again.length },
      published: { length: published.length },
    }),
  );
}

function pathsOfPeriods<G>(
  periods: readonly Period[],
  param: string,
  pagesOfPeriod: (period: Period) => Page<PaperEntry>[],
  shown: (period: Period) => G,
) {
  const full = periods.filter(({ papers }) => papers.length > 0);
  const paths = periods.flatMap((period) => {
    const group = shown(period);
    const newer = full.findLast(({ key }) => key > period.key)?.key;
    const older = full.find(({ key }) => key < period.key)?.key;
    return pagesOfPeriod(period).map((list) => ({
      params: { [param]: period.key, page: numberOf(list) },
      props: { group, list, ...defined({ newer, older }) } satisfies ListProps<G>,
    }));
  });
  return keyed(paths);
}

/** The first page has no number in its address. */
function numberOf({ number }: Page<PaperEntry>): string | undefined {
  return number === 1 ? undefined : String(number);
}

/** The papers of a period that are on one page of its list. */
export function partsOfPage(
  { papers, again, published }: PeriodSizes,
  list: Page<PaperEntry>,
): Omit<Period, "key"> {
  const { start } = list;
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
