import type { PaperEntry } from "../schemas/paper.ts";
import type { Archive } from "./archive.ts";
import { mostDiscussed } from "./discussed.ts";
import type { Period } from "./periods.ts";

/** A day, week or month, with those of its papers that the home page shows. */
export interface ShownPeriod {
  period: Period;
  first: PaperEntry[];
}

/** The lists of the home page. No paper is in two of them. */
export interface HomeLists {
  /** From the owner's reading list. */
  own: PaperEntry[];
  /** The newest days of an archive of days. */
  days: ShownPeriod[];
  /** The papers of an archive without days, those that were added last first. */
  added: PaperEntry[];
  /**
   * The most discussed of the newest week and month that have other days than the newest, where a source
   * counts upvotes or comments. The newest day is on the page already.
   */
  week?: ShownPeriod;
  month?: ShownPeriod;
}

const mostOwn = 5;
const mostRows = 24;
const mostDays = 5;
const ofPeriod = 5;

/** What the home page shows: `own` are the papers of the owner's reading list, the first ones first. */
export function homeLists(
  { papers, days, weeks, months }: Pick<Archive, "papers" | "days" | "weeks" | "months">,
  own: readonly PaperEntry[],
): HomeLists {
  const shown = new Set<PaperEntry>();
  const take = (from: readonly PaperEntry[], most: number): PaperEntry[] => {
    const taken = [...new Set(from)].filter((paper) => !shown.has(paper)).slice(0, most);
    for (const paper of taken) shown.add(paper);
    return taken;
  };
  const newest = full(days)[0];
  const ofOtherDays = ({ papers: found }: Period) =>
    newest === undefined ? found : found.filter((paper) => !newest.papers.includes(paper));
  const discussed = (periods: readonly Period[]): ShownPeriod | undefined => {
    const period = periods.find((one) => ofOtherDays(one).length > 0);
    const first = period && take(mostDiscussed(ofOtherDays(period)), ofPeriod);
    return period && first && first.length > 0 ? { period, first } : undefined;
  };

  const first = take(own, mostOwn);
  const hasDays = papers.some(({ listed }) => listed.length > 0);
  const shownDays: ShownPeriod[] = [];
  let room = mostRows;
  for (const period of hasDays ? full(days).slice(0, mostDays) : []) {
    const rows = take(period.papers, room);
    room -= rows.length;
    if (rows.length > 0) shownDays.push({ period, first: rows });
  }
  const added = hasDays ? [] : take(papers.toSorted(byAdding), mostRows);
  const [week, month] = [discussed(weeks), discussed(months)];
  return {
    own: first,
    days: shownDays,
    added,
    ...(week ? { week } : {}),
    ...(month ? { month } : {}),
  };
}

function full(periods: readonly Period[]): Period[] {
  return periods.filter(({ papers }) => papers.length > 0);
}

/** The last ones first; the order of papers whose day of adding is unknown stays. */
function byAdding(a: PaperEntry, b: PaperEntry): number {
  const [first, second] = [String(a.added ?? ""), String(b.added ?? "")];
  return first < second ? 1 : first > second ? -1 : 0;
}
