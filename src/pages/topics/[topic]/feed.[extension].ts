import { feedLength } from "../../../archive/feeds.ts";
import { archive } from "../../../astro/archive.ts";
import { feedFile, feedPaths } from "../../../astro/feeds.ts";
import { site, to, topicDescription, topicName } from "../../../astro/settings.ts";
import { topicPage } from "../../../i18n/strings.ts";

/** A feed for each topic, as Atom and as JSON Feed. */
export async function getStaticPaths() {
  const { topics } = await archive();
  const lists = topics.map(({ key, papers }) => ({
    key,
    title: `${topicName(key)} · ${site.title}`,
    description: topicDescription(key) ?? topicPage.description(topicName(key)),
    page: to.topic(key),
    papers,
    length: feedLength.topic,
  }));
  return feedPaths(lists, ({ key }) => ({ topic: key }));
}

/** A topic's latest papers as a feed. */
export const GET = feedFile;
