import type { FeedInfo } from "../archive/feeds/feed.ts";
import { type FeedFormat, feedFormats } from "../archive/feeds/index.ts";
import { absolute } from "./absolute.ts";
import { type FeedList, itemsOf } from "./feed-lists.ts";
import { site, to } from "./settings.ts";

/** Astro's static paths for feeds. Items need absolute URLs, so without `address` there are no feeds. */
export function feedPaths<L extends FeedList>(
  lists: readonly L[],
  params: (list: L) => object = () => ({}),
) {
  const formats = site.address === undefined ? [] : feedFormats;
  return lists.flatMap((list) =>
    formats.map(({ extension }) => ({
      params: { ...params(list), extension },
      props: { list, extension },
    })),
  );
}

interface FeedProps {
  list: FeedList;
  extension: FeedFormat["extension"];
}

/** The response with a feed. */
export async function feedFile({ props: { list, extension } }: { props: FeedProps }) {
  const format = feedFormats.find((one) => one.extension === extension);
  if (!format) throw new Error(`There is no feed format with the extension ".${extension}".`);
  const text = format.write(feedInfo(list, extension), await itemsOf(list));
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
