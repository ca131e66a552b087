import { feedLength } from "../archive/feeds.ts";
import { archive } from "../astro/archive.ts";
import { feedFile, feedPaths } from "../astro/feeds.ts";
import { site, to } from "../astro/settings.ts";

/** The feed of the whole archive, as Atom and as JSON Feed. */
export async function getStaticPaths() {
  const { papers } = await archive();
  const { title, description } = site;
  return feedPaths([{ title, description, page: to.home(), papers, length: feedLength.archive }]);
}

/** The archive's latest papers as a feed. */
export const GET = feedFile;
