import type { APIRoute } from "astro";
import { opmlFile } from "../archive/feeds/opml.ts";
import {
  archiveFeed,
  authorFeeds,
  discussedFeeds,
  type FeedList,
  notesFeeds,
  organizationFeeds,
  topicFeeds,
} from "../astro/feed-lists.ts";
import { feedInfo } from "../astro/feeds.ts";
import { site } from "../astro/settings.ts";
import { everyPage } from "../i18n/strings.ts";

/** The file `feeds.opml`. Without the site's address there are no feeds. */
export function getStaticPaths() {
  return site.address === undefined ? [] : [{ params: { feeds: "feeds" } }];
}

/** All feeds of the archive. */
export const GET: APIRoute = async () => {
  const group = (name: string, lists: readonly FeedList[]) => ({
    name,
    feeds: lists.map((list) => feedInfo(list, "xml")),
  });
  const own = [await archiveFeed(), ...(await discussedFeeds()), ...(await notesFeeds())];
  const groups = [
    group(site.title, own),
    group(everyPage.topics, await topicFeeds()),
    group(everyPage.organizations, await organizationFeeds()),
    group(everyPage.authors, await authorFeeds()),
  ];
  const text = opmlFile(
    { title: site.title, owner: site.author ?? site.title },
    groups.filter(({ feeds }) => feeds.length > 0),
  );
  return new Response(text, { headers: { "content-type": "text/x-opml; charset=utf-8" } });
};
