import { authorFeeds } from "../../../astro/feed-lists.ts";
import { feedFile, feedPaths } from "../../../astro/feeds.ts";

/** A feed for each author with enough papers. */
export async function getStaticPaths() {
  return feedPaths(await authorFeeds(), ({ key }) => ({ author: key }));
}

/** An author's latest papers as a feed. */
export const GET = feedFile;
