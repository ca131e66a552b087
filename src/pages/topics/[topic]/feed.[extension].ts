import { formerTopicFeeds, topicFeeds } from "../../../astro/feed-lists.ts";
import { feedFile, feedPaths } from "../../../astro/feeds.ts";

/** A feed for each topic, and for each former one. */
export async function getStaticPaths() {
  const lists = [...(await topicFeeds()), ...(await formerTopicFeeds())];
  return feedPaths(lists, ({ key }) => ({ topic: key }));
}

/** A topic's latest papers as a feed. */
export const GET = feedFile;
