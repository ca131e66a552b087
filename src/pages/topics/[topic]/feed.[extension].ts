import type { PaperGroup } from "../../../archive/archive.ts";
import { feedLength } from "../../../archive/feeds.ts";
import { archive } from "../../../astro/archive.ts";
import { feedFile, feedPaths } from "../../../astro/feeds.ts";
import { formerTopics } from "../../../astro/redirects.ts";
import { site, to, topicDescription, topicName } from "../../../astro/settings.ts";
import { goneTopic, topicPage } from "../../../i18n/strings.ts";

/**
 * A feed for each topic, as Atom and as JSON Feed. At the address of a former topic is the feed of the
 * topic that has its papers now, or else an empty one, so that no subscription breaks.
 */
export async function getStaticPaths() {
  const { topics } = await archive();
  const former = (await formerTopics()).map(({ id, name, target }) =>
    target ? { ...feedOf(target), key: id } : { ...feedOf({ key: id, papers: [] }), ...gone(name) },
  );
  return feedPaths([...topics.map(feedOf), ...former], ({ key }) => ({ topic: key }));
}

function feedOf({ key, papers }: PaperGroup) {
  return {
    key,
    title: titleOf(topicName(key)),
    description: topicDescription(key) ?? topicPage.description(topicName(key)),
    page: to.topic(key),
    papers,
    length: feedLength.topic,
  };
}

function gone(name: string) {
  return { title: titleOf(name), description: goneTopic.description(name) };
}

function titleOf(name: string): string {
  return `${name} · ${site.title}`;
}

/** A topic's latest papers as a feed. */
export const GET = feedFile;
