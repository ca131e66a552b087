import { discussedFeeds } from "../../astro/feed-lists.ts";
import { feedFile, feedPaths } from "../../astro/feeds.ts";

/** The feed of the most discussed papers, where a source counts upvotes or comments. */
export async function getStaticPaths() {
  return feedPaths(await discussedFeeds());
}

/** The most discussed papers of the last weeks as a feed. */
export const GET = feedFile;
