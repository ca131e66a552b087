import { generateOpml } from "feedsmith";
import { clean, type FeedInfo } from "./feed.ts";

/** Feeds under one heading. */
export interface FeedGroup {
  name: string;
  feeds: readonly Pick<FeedInfo, "title" | "description" | "page" | "self">[];
}

/** All feeds of an archive as OPML, from which readers of feeds subscribe to many at once. */
export function opmlFile(
  { title, owner }: Pick<FeedInfo, "title" | "owner">,
  groups: readonly FeedGroup[],
): string {
  return generateOpml({
    head: { title: clean(title), ownerName: clean(owner) },
    body: {
      outlines: groups.map(({ name, feeds }) => ({
        text: clean(name),
        outlines: feeds.map((feed) => ({
          text: clean(feed.title),
          title: clean(feed.title),
          type: "rss",
          description: clean(feed.description),
          xmlUrl: feed.self,
          htmlUrl: feed.page,
        })),
      })),
    },
  });
}
