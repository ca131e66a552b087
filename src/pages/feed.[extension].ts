import { archiveFeed } from "../astro/feed-lists.ts";
import { feedFile, feedPaths } from "../astro/feeds.ts";

/** The feed of the whole archive, in each format. */
export async function getStaticPaths() {
  return feedPaths([await archiveFeed()]);
}

/** The archive's latest papers as a feed. */
export const GET = feedFile;
