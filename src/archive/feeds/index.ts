import { atomFeed } from "./atom.ts";
import type { FeedInfo, FeedItem } from "./feed.ts";
import { jsonFeed } from "./json-feed.ts";
import { rssFeed } from "./rss.ts";

/** A format of feeds: its name for people, its files' ending and type, and its writer. */
export interface FeedFormat {
  name: string;
  extension: "xml" | "rss" | "json";
  mediaType: string;
  write: (info: FeedInfo, items: readonly FeedItem[]) => string;
}

/** The formats of feeds, in the order of pages. */
export const feedFormats: readonly FeedFormat[] = [
  { name: "Atom", extension: "xml", mediaType: "application/atom+xml", write: atomFeed },
  { name: "RSS", extension: "rss", mediaType: "application/rss+xml", write: rssFeed },
  { name: "JSON Feed", extension: "json", mediaType: "application/feed+json", write: jsonFeed },
];
