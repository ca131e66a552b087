import { generateAtomFeed, generateJsonFeed } from "feedsmith";
import type { PaperEntry } from "../schemas/paper.ts";

/**
 * A feed without its items. Addresses are absolute, because feed readers store items separately
 * from their feed.
 */
export interface FeedInfo {
  title: string;
  description: string;
  language: string;
  /** Who keeps the archive: the author of papers whose own authors are unknown. */
  owner: string;
  /** The page that lists these papers. */
  page: string;
  /** The feed's own address. */
  self: string;
}

/** A paper in a feed. */
export interface FeedItem {
  paper: Pick<PaperEntry, "titleText" | "authors" | "published" | "listed">;
  /** Absolute; also the item's identity. */
  address: string;
  /** The abstract as HTML, without anything that needs a style sheet. */
  html: string;
  topics: string[];
}

/** Papers in a feed of the whole archive, and in one of a topic. */
export const feedLength = { archive: 100, topic: 50 } as const;

/** The papers in a feed: the latest ones, by their day of listing or publication. */
export function newestFirst<P extends Pick<PaperEntry, "published" | "listed">>(
  papers: readonly P[],
  length: number,
): P[] {
  return papers
    .map((paper, index) => ({ paper, index, day: cameOn(paper) ?? "" }))
    .sort((a, b) => (a.day === b.day ? a.index - b.index : a.day < b.day ? 1 : -1))
    .slice(0, length)
    .map(({ paper }) => paper);
}

/** The feed as Atom. */
export function atomFeed(info: FeedInfo, items: readonly FeedItem[]): string {
  const updated = latest(items);
  return generateAtomFeed({
    id: info.page,
    title: { value: clean(info.title), type: "text" },
    subtitle: { value: clean(info.description), type: "text" },
    updated,
    links: [
      { href: info.self, rel: "self", type: "application/atom+xml" },
      { href: info.page, rel: "alternate", type: "text/html" },
    ],
    authors: [{ name: clean(info.owner) }],
    generator: { text: "Offprint" },
    entries: items.map(({ paper, address, html, topics }) => ({
      id: address,
      title: { value: clean(paper.titleText), type: "text" as const },
      links: [{ href: address, rel: "alternate", type: "text/html" }],
      updated: dateOf(cameOn(paper)) ?? updated,
      ...(paper.published === undefined ? {} : { published: new Date(paper.published) }),
      ...(paper.authors.length > 0
        ? { authors: paper.authors.map(({ name }) => ({ name: clean(name) })) }
        : {}),
      ...(topics.length > 0 ? { categories: topics.map((term) => ({ term: clean(term) })) } : {}),
      content: { value: clean(html), type: "html" as const },
    })),
  });
}

/** The feed as JSON Feed 1.1. */
export function jsonFeed(info: FeedInfo, items: readonly FeedItem[]): string {
  const feed = generateJsonFeed({
    title: clean(info.title),
    description: clean(info.description),
    home_page_url: info.page,
    feed_url: info.self,
    language: info.language,
    authors: [{ name: clean(info.owner) }],
    items: items.map(({ paper, address, html, topics }) => ({
      id: address,
      url: address,
      title: clean(paper.titleText),
      content_html: clean(html),
      ...(paper.published === undefined ? {} : { date_published: new Date(paper.published) }),
      ...(paper.authors.length > 0
        ? { authors: paper.authors.map(({ name }) => ({ name: clean(name) })) }
        : {}),
      ...(topics.length > 0 ? { tags: topics.map(clean) } : {}),
    })),
  });
  return `${JSON.stringify(feed)}\n`;
}

/** The last day on which something was new about a paper. */
function cameOn({ published, listed }: Pick<PaperEntry, "published" | "listed">) {
  const day = listed.at(-1);
  return day !== undefined && (published === undefined || day > published) ? day : published;
}

function dateOf(day: string | undefined): Date | undefined {
  return day === undefined ? undefined : new Date(day);
}

/** When the feed last changed, by its papers, so that the same papers give the same bytes. */
function latest(items: readonly FeedItem[]): Date {
  const days = items.map(({ paper }) => cameOn(paper) ?? "").sort();
  return new Date(days.at(-1) || "1970-01-01");
}

/** Without the characters that XML cannot hold even when they are escaped. */
function clean(text: string): string {
  return text.replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, "");
}
