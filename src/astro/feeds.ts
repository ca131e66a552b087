import type { DatedItem } from "../archive/feeds/dates.ts";
import type { FeedInfo } from "../archive/feeds/feed.ts";
import { type FeedFormat, feedFormats } from "../archive/feeds/index.ts";
import { absolute } from "./absolute.ts";
import { formatsOfFeed } from "./feed-formats.ts";
import { type FeedList, itemsOf, newestOf } from "./feed-lists.ts";
import { site, to } from "./settings.ts";
import { keyed } from "./traced.ts";

/** Astro's static paths for feeds. Items need absolute URLs, so without `address` there are no feeds. */
export async function feedPaths<L extends FeedList>(
  lists: readonly L[],
  params: (list: L) => Record<string, string> = () => ({}),
) {
  if (site.address === undefined) return [];
  const paths = lists.map(async (list) => {
    const newest = await newestOf(list);
    // Only a feed of notes is made from all of its papers.
    const { papers, ...rest }: FeedList = list;
    const shown = { ...rest, papers: list.notes ? papers : [] };
    return formatsOfFeed(list.page).map(({ extension }) => ({
      params: { ...params(list), extension },
      props: { list: shown, newest, extension } satisfies FeedProps,
    }));
  });
  return keyed((await Promise.all(paths)).flat());
}

interface FeedProps {
  list: FeedList;
  newest: DatedItem[];
  extension: FeedFormat["extension"];
}

/** The response with a feed. */
export async function feedFile({ props: { list, newest, extension } }: { props: FeedProps }) {
  const format = feedFormats.find((one) => one.extension === extension);
  if (!format) throw new Error(`There is no feed format with the extension ".${extension}".`);
  const text = format.write(feedInfo(list, extension), await itemsOf(list, newest, extension));
  return new Response(text, {
    headers: { "content-type": `${format.mediaType}; charset=utf-8` },
  });
}

/** What a feed says about itself, with absolute addresses. */
export function feedInfo(list: FeedList, extension: FeedFormat["extension"]): FeedInfo {
  const { title, description, page, folder = page } = list;
  const at = (address: string) => absolute(address) ?? address;
  return {
    id: at(folder),
    title,
    description,
    language: site.language,
    owner: site.author ?? site.title,
    page: at(page),
    self: at(to.feed(extension, folder)),
  };
}
