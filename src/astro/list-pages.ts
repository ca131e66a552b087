import { type Page, pagesOf } from "../archive/paging.ts";
import type { PaperEntry } from "../schemas/paper.ts";

/** What a page of a list gets: its part of the list, and the lists next to this one. */
export interface ListProps<S> {
  shelf: S;
  list: Page<PaperEntry>;
  newer?: S;
  older?: S;
}

/**
 * Astro's static paths of lists that are split into pages: `/months/2025-10/`, `/months/2025-10/2/`.
 * `param` is the part of the route that tells lists apart; a route of one list has none.
 */
export function listPaths<S extends { key: string; papers: PaperEntry[] }>(
  shelves: readonly S[],
  param?: string,
) {
  return shelves.flatMap((shelf, index) => {
    const [newer, older] = [shelves[index - 1], shelves[index + 1]];
    return pagesOf(shelf.papers).map((list) => ({
      params: {
        ...(param === undefined ? {} : { [param]: shelf.key }),
        page: list.number === 1 ? undefined : String(list.number),
      },
      props: {
        shelf,
        list,
        ...(newer === undefined ? {} : { newer }),
        ...(older === undefined ? {} : { older }),
      } satisfies ListProps<S>,
    }));
  });
}

/** Links to the lists next to this one. */
export function listNeighbours<S extends { key: string }>(
  name: string,
  { newer, older }: Pick<ListProps<S>, "newer" | "older">,
  link: (key: string) => { name: string; href: string },
) {
  return {
    name,
    before: newer && { label: "Newer", ...link(newer.key) },
    after: older && { label: "Older", ...link(older.key) },
  };
}
