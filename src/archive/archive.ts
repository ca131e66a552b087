import type { PaperEntry } from "../schemas/paper.ts";
import { type AuthorGroup, authorGroups } from "./authors.ts";
import { archiveDate, byDate, byPublication } from "./order.ts";
import { organizationKey } from "./organization-key.ts";
import { beginning, type Period, periodsOf } from "./periods.ts";
import { weekOf } from "./weeks.ts";

/** Papers under one heading: a period, a topic, an organization. */
export interface PaperGroup {
  key: string;
  papers: PaperEntry[];
}

/** The papers of one organization, with its handle and name. */
export interface OrganizationGroup extends PaperGroup {
  /** The handle as the source writes it; `key` is its form in addresses. */
  handle: string;
  name: string;
}

/** The finished archive. Every group is in display order. */
export interface Archive {
  /** Newest first. */
  papers: PaperEntry[];
  byId: ReadonlyMap<string, PaperEntry>;
  /** Newest first. The papers of a day are in the order of its source. */
  days: Period[];
  /** Only weeks that are the date of a paper. */
  weeks: Period[];
  months: Period[];
  years: Period[];
  /** Those without a date of publication. */
  undated: PaperEntry[];
  /** Most papers first. */
  topics: PaperGroup[];
  unsorted: PaperEntry[];
  organizations: OrganizationGroup[];
  /** Those whose papers a page lists, by family name. */
  authors: AuthorGroup[];
}

/** Groups the papers. The result does not depend on the order of the entries. */
export function buildArchive(entries: readonly PaperEntry[]): Archive {
  const papers = entries.toSorted(byDate);
  const inOrderOfDays = papers.toSorted(byDay);
  return {
    papers,
    byId: new Map(papers.map((paper) => [paper.id, paper])),
    days: daysOf(papers),
    weeks: periodsOf(inOrderOfDays, weekOfDate).filter(({ papers: own }) => own.length > 0),
    months: periodsOf(inOrderOfDays, beginning(7)),
    years: periodsOf(inOrderOfDays, beginning(4)),
    undated: papers.filter(
      ({ published, publishedIn }) => published === undefined && publishedIn === undefined,
    ),
    topics: topicGroups(papers),
    unsorted: papers.filter(({ topics }) => topics.length === 0),
    organizations: organizationGroups(papers),
    authors: authorGroups(papers),
  };
}

function daysOf(papers: PaperEntry[]): Period[] {
  const days = periodsOf(papers, beginning(10));
  for (const { key, papers: own, again } of days) {
    own.sort(byListing(key));
    again.sort(byListing(key));
  }
  return days;
}

function weekOfDate(date: string): string | undefined {
  return date.length < 10 ? undefined : weekOf(date);
}

/** Newest first by the date in the archive, and inside each day in the order of the day's page. */
function byDay(a: PaperEntry, b: PaperEntry): number {
  const day = archiveDate(a);
  return day?.length === 10 && day === archiveDate(b) ? byListing(day)(a, b) : byDate(a, b);
}

/** Sorts the papers listed on a day as the source does: by seed file, then by place in the file. */
function byListing(day: string): (a: PaperEntry, b: PaperEntry) => number {
  const lister = ({ sources }: PaperEntry) =>
    sources.find(({ listed }) => listed === day) ?? sources[0];
  return (a, b) => {
    const [first, second] = [lister(a), lister(b)];
    if (!first || !second) return byPublication(a, b);
    if (first.file !== second.file) return first.file < second.file ? -1 : 1;
    return (
      first.line - second.line || (first.record ?? 1) - (second.record ?? 1) || byPublication(a, b)
    );
  };
}

function topicGroups(papers: PaperEntry[]): PaperGroup[] {
  const groups = new Map<string, PaperEntry[]>();
  for (const paper of papers) {
    for (const { id } of paper.topics) {
      const group = groups.get(id);
      if (group) group.push(paper);
      else groups.set(id, [paper]);
    }
  }
  return [...groups].map(([key, found]) => ({ key, papers: found })).sort(byCount);
}

function organizationGroups(papers: PaperEntry[]): OrganizationGroup[] {
  const groups = new Map<string, OrganizationGroup>();
  for (const paper of papers) {
    if (!paper.organization) continue;
    const { handle, name } = paper.organization;
    const key = organizationKey(handle);
    const group = groups.get(key) ?? { key, handle, name, papers: [] };
    group.papers.push(paper);
    groups.set(key, group);
  }
  return [...groups.values()].sort(byCount);
}

/** Whether a paper has a link to code. */
export function hasCode({ links }: Pick<PaperEntry, "links">): boolean {
  return links.some(({ kind }) => kind === "code");
}

function byCount(a: PaperGroup, b: PaperGroup): number {
  return b.papers.length - a.papers.length || (a.key < b.key ? -1 : 1);
}
