import { type FeedFormat, feedFormats } from "../archive/feeds/index.ts";
import { to } from "./settings.ts";

/**
 * The formats of the feed of a list. Authors and organizations have only Atom, which every feed reader knows: their
 * feeds are many, and in three formats they took more than a tenth of a large site.
 */
export function formatsOfFeed(list: string): readonly FeedFormat[] {
  const isOne = [to.authors(), to.organizations()].some((folder) => list.startsWith(folder));
  return isOne ? feedFormats.slice(0, 1) : feedFormats;
}
