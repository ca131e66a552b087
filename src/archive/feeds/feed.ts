import { smallArchive } from "../small-archive.ts";

/**
 * A feed without its items. Addresses are absolute, because feed readers store items separately
 * from their feed.
 */
export interface FeedInfo {
  /** Never changes, whatever else does. */
  id: string;
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

/** A paper in a feed, or a note about one. */
export interface FeedItem {
  /** Absolute. It stays the same when the paper gets another address. */
  id: string;
  title: string;
  /** The absolute address of the page. */
  address: string;
  /** When the archive got the paper, and when something was new about it last. */
  dates: FeedDates;
  /** The day, month or year on which the paper was published, which may be long before. */
  issued?: string | undefined;
  authors: readonly { name: string }[];
  topics: readonly string[];
  /** The abstract as XHTML with formulas as MathML. */
  xhtml: string;
  /** The abstract as HTML with formulas in plain characters. */
  html: string;
  /** The abstract as plain text; absent in a feed that saves space where `xhtml` says the same. */
  text?: string | undefined;
}

/** The dates by which readers of feeds sort items and decide which are too old. */
export interface FeedDates {
  published: Date;
  updated: Date;
}

/**
 * The newest papers of a list that its feed has at most. Of 3,700 papers, a thousand authors have feeds, and
 * five papers in each take 44 MB in all.
 */
export const feedLength = {
  archive: 100,
  topic: 30,
  organization: 10,
  author: 5,
  notes: 30,
  /** Of each week, and how many weeks. */
  discussedOfWeek: 10,
  discussedWeeks: 4,
} as const;

/** The fewest papers of an organization or author with a feed, in an archive of so many. */
export function fewestForFeed(papers: number): number {
  return papers <= smallArchive ? 5 : 10;
}

/** When a feed last changed, by its items, so that the same papers give the same bytes. */
export function lastChange(items: readonly FeedItem[]): Date {
  const times = items.map(({ dates }) => dates.updated.getTime());
  return new Date(Math.max(oldest.getTime(), ...times));
}

/** Feed validators take earlier dates for mistakes. The oldest date, and that of undated papers. */
export const oldest = new Date("1990-01-01T00:00:00Z");

/** The XML of a feed without what only indents it. A line break stays, since it may be the space between two words of a text. */
export function compactXml(xml: string): string {
  return xml.replace(/>\s*\n\s*</g, ">\n<");
}

/** Without the characters that XML cannot hold even when they are escaped. */
export function clean(text: string): string {
  return text.replace(/(?![\t\n\r])[\p{Cc}\p{Cs}\uFFFE\uFFFF]/gu, "");
}
