import type { PaperEntry } from "../schemas/paper.ts";
import { addressPart } from "../text/address-part.ts";
import { type AuthorGroup, authorGroups } from "./authors.ts";
import { byPublication, placeInTime } from "./order.ts";

/** A day of the archive, with the papers listed and published on it. */
export interface Day {
  key: string;
  listed: PaperEntry[];
  /** Papers published but not listed on that day. */
  published: PaperEntry[];
}

/** Papers under one heading: a month, a year, a topic, an organization. */
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
  /** Newest first. */
  days: Day[];
  months: PaperGroup[];
  years: PaperGroup[];
  undated: PaperEntry[];
  /** Most papers first. */
  topics: PaperGroup[];
  unsorted: PaperEntry[];
  organizations: OrganizationGroup[];
  /** Those who have a page, by family name. */
  authors: AuthorGroup[];
}

/** Groups the papers. The result does not depend on the order of the entries. */
export function buildArchive(entries: readonly PaperEntry[]): Archive {
  const papers = entries.toSorted(byPublication);
  const placed = papers.filter((paper) => placeInTime(paper) !== undefined);
  const groups = (length: number) => {
    const dated = placed.filter((paper) => (placeInTime(paper)?.length ?? 0) >= length);
    return newestFirst(Map.groupBy(dated, (paper) => (placeInTime(paper) ?? "").slice(0, length)));
  };
  return {
    papers,
    byId: new Map(papers.map((paper) => [paper.id, paper])),
    days: daysOf(papers),
    months: groups(7),
    years: groups(4),
    undated: papers.filter(
      ({ published, publishedIn }) => published === undefined && publishedIn === undefined,
    ),
    topics: topicGroups(papers),
    unsorted: papers.filter(({ topics }) => topics.length === 0),
    organizations: organizationGroups(papers),
    authors: authorGroups(papers),
  };
}

function daysOf(papers: PaperEntry[]): Day[] {
  const days = new Map<string, Day>();
  const day = (key: string) => {
    const known = days.get(key) ?? { key, listed: [], published: [] };
    days.set(key, known);
    return known;
  };
  for (const paper of papers) {
    for (const key of new Set(paper.listed)) day(key).listed.push(paper);
    const { published } = paper;
    if (published !== undefined && !paper.listed.includes(published)) {
      day(published).published.push(paper);
    }
  }
  for (const { key, listed } of days.values()) listed.sort(byListing(key));
  return [...days.values()].sort((a, b) => (a.key < b.key ? 1 : -1));
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

function newestFirst(groups: Map<string, PaperEntry[]>): PaperGroup[] {
  return [...groups]
    .map(([key, papers]) => ({ key, papers }))
    .sort((a, b) => (a.key < b.key ? 1 : -1));
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

/** A handle's form in addresses: in lower case, because not every host distinguishes case. */
export function organizationKey(handle: string): string {
  return addressPart(handle.toLowerCase());
}

function byCount(a: PaperGroup, b: PaperGroup): number {
  return b.papers.length - a.papers.length || (a.key < b.key ? -1 : 1);
}
