import { type FeedFormat, feedFormats } from "../archive/feeds/index.ts";
import { to } from "./settings.ts";
import { listsAreWhole } from "./whole-lists.ts";

/**
 * The formats of the feed of a list. Authors and organizations, and in a large archive topics, have only Atom, which
 * every feed reader knows: their feeds are many, and in three formats they took more than a tenth of a large site.
 */
export async function formatsOfFeed(list: string): Promise<readonly FeedFormat[]> {
  const ofMany = [
    to.authors(),
    to.organizations(),
    ...((await listsAreWhole()) ? [] : [to.topics()]),
  ];
  return ofMany.some((folder) => list.startsWith(folder)) ? feedFormats.slice(0, 1) : feedFormats;
}
