/** A paper's id, and its date of publication: a day, month or year. */
export interface DatedId {
  id: string;
  date: string | undefined;
}

/** How an archive is divided into parts that can be built apart. */
export interface Partitions {
  /** Years, `2024`, and the months of a year with many papers, `2024-03`; the oldest first. */
  names: string[];
  /** The number of papers of each. */
  sizes: ReadonlyMap<string, number>;
  /** The partition that a page or file of the site belongs to; undefined if it shows papers of several. */
  of: (path: string) => string | undefined;
}

/** A year with more papers is divided into months. */
export const papersInPartition = 20_000;

/**
 * Divides an archive: each paper into the year of its publication, or the month if the year has many papers. Papers
 * without such a date are in no partition.
 */
export function partitionsOf(papers: readonly DatedId[], most = papersInPartition): Partitions {
  const years = Map.groupBy(papers, ({ date }) => date?.slice(0, 4));
  const placeOf = new Map<string, string>();
  for (const [year, found] of years) {
    if (year === undefined) continue;
    for (const { id, date = "" } of found) {
      const name = found.length > most ? date.slice(0, 7) : year;
      if (name.length === 7 || found.length <= most) placeOf.set(id, name);
    }
  }
  const sizes = new Map<string, number>();
  for (const name of placeOf.values()) sizes.set(name, (sizes.get(name) ?? 0) + 1);
  const known = (...candidates: string[]) => candidates.find((name) => sizes.has(name));
  return {
    names: [...sizes.keys()].sort(),
    sizes,
    of: (path) => {
      const [kind, key = "", ...rest] = path.replace(/^\//, "").split("/");
      if (kind === "papers" && rest.length > 0) return placeOf.get(key);
      const isPeriod = kind === "days" || kind === "months" || kind === "weeks" || kind === "years";
      if (!isPeriod || !/^\d{4}(?:$|-)/.test(key)) return undefined;
      // A week may be of two months, but it has one year in its name.
      return kind === "weeks" ? known(key.slice(0, 4)) : known(key.slice(0, 7), key.slice(0, 4));
    },
  };
}
