import type { PaperEntry } from "../schemas/paper.ts";
import type { Topic } from "../schemas/topic.ts";
import type { Archive } from "./archive.ts";
import { mostDiscussed } from "./discussed.ts";
import { type DatedPaper, placeInTime } from "./order.ts";

/** Papers of one year. */
export interface YearCount {
  year: number;
  count: number;
}

/** What a topic's page shows besides its list of papers. */
export interface TopicFacts {
  /** Every year of the archive, including those without papers on the topic. */
  byYear: YearCount[];
  /** The papers with the most upvotes and comments; only papers that have some. */
  discussed: PaperEntry[];
  broader: string | undefined;
  /** Topics with papers that are part of this one. */
  narrower: string[];
  /** The closest topics, those with which this one has the most papers first. */
  related: { id: string; together: number }[];
}

const discussedShown = 5;
const relatedShown = 6;

/**
 * Facts about every topic, in one pass over the papers. Related topics are those whose papers have the largest
 * cosine with this one's; broader and narrower topics are left out. They are sorted by the number that the
 * page shows.
 */
export function topicFacts(
  { topics, papers: all }: Pick<Archive, "topics" | "papers">,
  taxonomy: readonly Pick<Topic, "id" | "broader">[],
): Map<string, TopicFacts> {
  const sizes = new Map(topics.map(({ key, papers }) => [key, papers.length]));
  const span = yearsBetween(all.flatMap((paper) => yearOf(paper) ?? []));
  const broader = new Map(taxonomy.map((topic) => [String(topic.id), topic.broader]));
  const ancestors = (id: string): string[] => {
    const found: string[] = [];
    for (let at = broader.get(id); at !== undefined && !found.includes(at); at = broader.get(at)) {
      found.push(at);
    }
    return found;
  };
  const above = new Map(topics.map(({ key }) => [key, new Set(ancestors(key))]));
  return new Map(
    topics.map(({ key, papers }) => {
      const isKin = (id: string) => above.get(key)?.has(id) || above.get(id)?.has(key);
      const parent = broader.get(key);
      return [
        key,
        {
          byYear: countByYear(papers, span),
          discussed: mostDiscussed(papers).slice(0, discussedShown),
          broader: parent !== undefined && sizes.has(parent) ? parent : undefined,
          narrower: taxonomy
            .filter(({ id, broader: of }) => of === key && sizes.has(id))
            .map(({ id }) => String(id)),
          related: [...together(key, papers)]
            .filter(([id]) => !isKin(id))
            .map(([id, count]) => ({
              id,
              together: count,
              closeness: count / Math.sqrt(papers.length * (sizes.get(id) ?? count)),
            }))
            .sort((a, b) => b.closeness - a.closeness || (a.id < b.id ? -1 : 1))
            .slice(0, relatedShown)
            .sort((a, b) => b.together - a.together)
            .map(({ id, together: count }) => ({ id, together: count })),
        },
      ];
    }),
  );
}

/** How many papers a topic shares with each other topic. */
function together(topic: string, papers: readonly PaperEntry[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const { topics } of papers) {
    for (const { id } of topics) if (id !== topic) counts.set(id, (counts.get(id) ?? 0) + 1);
  }
  // One common paper may be a coincidence, unless the topic is very small.
  const least = papers.length < 5 ? 1 : 2;
  return new Map([...counts].filter(([, count]) => count >= least));
}

/** The number of papers in each year of publication. Papers without a date are not counted. */
function countByYear(papers: readonly DatedPaper[], span: readonly number[]): YearCount[] {
  const counts = new Map(span.map((year) => [year, 0]));
  for (const paper of papers) {
    const year = yearOf(paper);
    const known = year === undefined ? undefined : counts.get(year);
    if (year !== undefined && known !== undefined) counts.set(year, known + 1);
  }
  return [...counts].map(([year, count]) => ({ year, count }));
}

/** The year of publication, or that of the first listing. */
function yearOf(paper: DatedPaper): number | undefined {
  const date = placeInTime(paper);
  return date === undefined ? undefined : Number(date.slice(0, 4));
}

/** The most years in a chart: one wrong date must not stretch it over centuries. */
const yearsShown = 40;

/** All years from the earliest to the latest of these, but only the latest 40. */
export function yearsBetween(years: readonly number[]): number[] {
  if (years.length === 0) return [];
  const last = years.reduce((a, b) => Math.max(a, b));
  const first = years.reduce((a, b) => Math.min(a, b));
  const from = Math.max(first, last - yearsShown + 1);
  return Array.from({ length: last - from + 1 }, (_, index) => from + index);
}
