import { organizationFeeds } from "../../../astro/feed-lists.ts";
import { feedFile, feedPaths } from "../../../astro/feeds.ts";

/** A feed for each organization with enough papers. */
export async function getStaticPaths() {
  return feedPaths(await organizationFeeds(), ({ key }) => ({ organization: key }));
}

/** An organization's latest papers as a feed. */
export const GET = feedFile;
