import { clean, type FeedInfo, type FeedItem } from "./feed.ts";

/** A feed as JSON Feed 1.1. `_offprint` is an extension, which readers that do not know it ignore. */
export function jsonFeed(info: FeedInfo, items: readonly FeedItem[]): string {
  const feed = {
    version: "https://jsonfeed.org/version/1.1",
    title: clean(info.title),
    description: clean(info.description),
    home_page_url: info.page,
    feed_url: info.self,
    language: info.language,
    authors: [{ name: clean(info.owner) }],
    items: items.map(itemOf),
  };
  return `${JSON.stringify(feed)}\n`;
}

function itemOf({ id, title, address, dates, issued, authors, topics, xhtml, text }: FeedItem) {
  return {
    id,
    url: address,
    title: clean(title),
    content_html: clean(xhtml),
    ...(text ? { content_text: clean(text) } : {}),
    date_published: dates.published,
    date_modified: dates.updated,
    ...(authors.length > 0 ? { authors: authors.map(({ name }) => ({ name: clean(name) })) } : {}),
    ...(topics.length > 0 ? { tags: topics.map(clean) } : {}),
    ...(issued === undefined ? {} : { _offprint: { published: issued } }),
  };
}
