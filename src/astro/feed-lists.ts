import { mostDiscussed } from "../archive/discussed.ts";
import { type DatedItem, datedItems } from "../archive/feeds/dates.ts";
import { type FeedItem, feedLength, fewestForFeed } from "../archive/feeds/feed.ts";
import type { FeedFormat } from "../archive/feeds/index.ts";
import {
  authorsPage,
  feedsPage,
  goneTopic,
  organizationsPage,
  readingList,
  topicPage,
} from "../i18n/strings.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import { archive } from "./archive.ts";
import { itemOf, noteItemOf } from "./feed-items.ts";
import { madeOnce } from "./made-once.ts";
import { owners } from "./notes.ts";
import { formerTopics } from "./redirects.ts";
import { site, to, topicDescription, topicName } from "./settings.ts";
import { fact } from "./traced.ts";
import { listsAreWhole } from "./whole-lists.ts";

/** The list of papers behind a feed. */
export interface FeedList {
  title: string;
  description: string;
  /** The address of the list's page. */
  page: string;
  /** Where the feed's files are, if not beside the page. */
  folder?: string;
  papers: readonly PaperEntry[];
  /** The number of papers in the feed. */
  length: number;
  /** Whether every item has a text besides its HTML, and not only those with formulas. */
  texts?: boolean;
  /** The formats whose items have the first sentence of an abstract, and not all of it. */
  brief?: readonly FeedFormat["extension"][];
  /** Whether the items are the owner's notes. */
  notes?: boolean;
}

/** A feed of a list that has a key in its address. */
export interface KeyedFeedList extends FeedList {
  key: string;
}

const dated = madeOnce(["papers"], async () => {
  const items = datedItems(await archive());
  return new Map(items.map((item, order) => [item.paper, { order, item }]));
});

/** The papers of a feed with their dates, newest first. */
export async function newestOf({ papers, length }: FeedList): Promise<DatedItem[]> {
  const known = await dated();
  return papers
    .flatMap((paper) => known.get(paper) ?? [])
    .sort((a, b) => a.order - b.order)
    .slice(0, length)
    .map(({ item }) => item);
}

/** The items of a feed in a format, newest first. */
export async function itemsOf(
  list: FeedList,
  newest: readonly DatedItem[],
  format: FeedFormat["extension"],
): Promise<FeedItem[]> {
  const isBrief = list.brief?.includes(format);
  const made = list.notes
    ? await noteItems(list.papers)
    : await Promise.all(newest.map(({ paper, dates }) => itemOf(paper, dates, isBrief)));
  return made.slice(0, list.length).map(({ item: { text, ...item }, math }) => ({
    ...item,
    ...(list.texts || math ? { text } : {}),
  }));
}

/** A note has the date of reading, or else that of its paper. */
async function noteItems(papers: readonly PaperEntry[]) {
  const { all } = await owners();
  const readOn = new Map(all.map(({ paper, marks }) => [paper.id, marks.readOn]));
  const read = papers.map((paper) => {
    const day = readOn.get(paper.id);
    return day === undefined ? paper : { ...paper, listed: [day] };
  });
  const { byId } = await archive();
  const made = await Promise.all(
    datedItems({ papers: read, days: [] }).map(({ paper, dates }) =>
      noteItemOf(byId.get(paper.id) ?? paper, dates),
    ),
  );
  return made.filter((item) => item !== undefined);
}

const titled = (name: string) => `${name} · ${site.title}`;

/** The feed of all papers. */
export async function archiveFeed(): Promise<FeedList> {
  const { papers } = await archive();
  const { title, description } = site;
  return { title, description, page: to.home(), papers, length: feedLength.archive, texts: true };
}

/** The feed of the papers that were discussed most in each of the last weeks; none where nobody counts that. */
export async function discussedFeeds(): Promise<FeedList[]> {
  const { weeks } = await archive();
  const { discussedOfWeek, discussedWeeks } = feedLength;
  const found = weeks
    .map(({ key, papers }) => ({ key, papers: mostDiscussed(papers).slice(0, discussedOfWeek) }))
    .filter(({ papers }) => papers.length > 0)
    .slice(0, discussedWeeks);
  return found.slice(0, 1).map(({ key }) => ({
    title: titled(feedsPage.discussed),
    description: feedsPage.discussedDescription,
    page: to.week(key),
    folder: to.weeks(),
    papers: found.flatMap(({ papers }) => papers),
    length: discussedOfWeek * discussedWeeks,
    texts: true,
  }));
}

/** The feed of the owner's notes; none where feeds are to show no notes. */
export async function notesFeeds(): Promise<FeedList[]> {
  const { all } = await owners();
  if (all.length === 0 || site.notes.feeds === "none") return [];
  return [
    {
      title: titled(everyName()),
      description: readingList.description(all.length, site.author),
      page: to.readingList(),
      papers: all.map(({ paper }) => paper),
      length: feedLength.notes,
      texts: true,
      notes: true,
    },
  ];
}

function everyName(): string {
  return site.author ? feedsPage.notesBy(site.author) : feedsPage.notes;
}

/** A feed for each topic. */
export async function topicFeeds(): Promise<KeyedFeedList[]> {
  const brief = await briefIn("rss", "json");
  return (await archive()).topics.map((topic) => topicFeed(topic, brief));
}

/**
 * The formats in which feeds of topics, organizations and authors are brief: none in a small archive. In a large one, each of
 * its newest papers is in ten of these feeds, and its abstract in one format of those of its topics.
 */
async function briefIn(...formats: FeedFormat["extension"][]): Promise<Pick<FeedList, "brief">> {
  return (await listsAreWhole()) ? {} : { brief: formats };
}

/**
 * The feeds at the addresses of former topics: that of the topic that has its papers now, or else an
 * empty one, so that no subscription breaks.
 */
export async function formerTopicFeeds(): Promise<KeyedFeedList[]> {
  const brief = await briefIn("rss", "json");
  return (await formerTopics()).map(({ id, name, target }) =>
    target
      ? { ...topicFeed(target, brief), key: id }
      : {
          ...topicFeed({ key: id, papers: [] }, brief),
          title: titled(name),
          description: goneTopic.description(name),
        },
  );
}

function topicFeed(
  { key, papers }: { key: string; papers: readonly PaperEntry[] },
  brief: Pick<FeedList, "brief">,
): KeyedFeedList {
  return {
    ...brief,
    key,
    title: titled(topicName(key)),
    description: topicDescription(key) ?? topicPage.description(topicName(key)),
    page: to.topic(key),
    papers,
    length: feedLength.topic,
  };
}

/** A feed for each organization with enough papers. */
export async function organizationFeeds(): Promise<KeyedFeedList[]> {
  const { organizations } = await archive();
  const brief = await briefIn("xml");
  return organizations.filter(await hasFeed()).map(({ key, name, papers }) => ({
    ...brief,
    key,
    title: titled(name),
    description: organizationsPage.papersOf(name),
    page: to.organization(key),
    papers,
    length: feedLength.organization,
  }));
}

/** A feed for each author with enough papers. */
export async function authorFeeds(): Promise<KeyedFeedList[]> {
  const { authors } = await archive();
  const brief = await briefIn("xml");
  return authors.filter(await hasFeed()).map(({ key, name, papers }) => ({
    ...brief,
    key,
    title: titled(name),
    description: authorsPage.papersOf(name),
    page: to.author(key),
    papers,
    length: feedLength.author,
  }));
}

/** The fewest papers of an organization or author with a feed. */
export const fewestOfFeeds = fact("fewest papers for a feed", ["papers"], async () =>
  fewestForFeed((await archive()).papers.length),
);

/** Makes a function that says whether an organization or author has enough papers for a feed. */
export async function hasFeed(): Promise<(list: { papers: { length: number } }) => boolean> {
  const fewest = await fewestOfFeeds();
  return ({ papers }) => papers.length >= fewest;
}
