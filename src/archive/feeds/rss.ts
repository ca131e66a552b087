import { generateRssFeed } from "feedsmith";
import { clean, compactXml, type FeedInfo, type FeedItem, lastChange } from "./feed.ts";

/**
 * A feed as RSS 2.0, for readers that know nothing else. Formulas are plain characters, because RSS has
 * no place for MathML that validators accept.
 */
export function rssFeed(info: FeedInfo, items: readonly FeedItem[]): string {
  const xml = generateRssFeed({
    title: clean(info.title),
    link: info.page,
    description: clean(info.description),
    language: info.language,
    lastBuildDate: lastChange(items),
    generator: "Offprint",
    docs: "https://www.rssboard.org/rss-specification",
    atom: { links: [{ href: info.self, rel: "self", type: "application/rss+xml" }] },
    items: items.map(itemOf),
  });
  return compactXml(xml);
}

function itemOf({ id, title, address, dates, issued, authors, topics, html }: FeedItem) {
  return {
    title: clean(title),
    link: address,
    guid: { value: id, isPermaLink: false },
    pubDate: dates.updated,
    ...(html ? { description: clean(html) } : {}),
    ...(topics.length > 0 ? { categories: topics.map((name) => ({ name: clean(name) })) } : {}),
    ...(authors.length > 0 ? { dc: { creators: authors.map(({ name }) => clean(name)) } } : {}),
    ...(issued?.length === 10 ? { dcterms: { available: [new Date(issued)] } } : {}),
  };
}
