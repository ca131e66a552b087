import { notesFeeds } from "../../astro/feed-lists.ts";
import { feedFile, feedPaths } from "../../astro/feeds.ts";

/** The feed of the owner's notes, where there are some. */
export async function getStaticPaths() {
  return feedPaths(await notesFeeds());
}

/** The owner's latest notes as a feed. */
export const GET = feedFile;
