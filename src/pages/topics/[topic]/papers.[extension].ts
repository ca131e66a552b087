import { archive } from "../../../astro/archive.ts";
import { citationFile, citationPathsOfLists } from "../../../astro/citations.ts";
import { formerTopics } from "../../../astro/redirects.ts";

/**
 * A file of citations for each topic and format. At the address of a former topic are the citations of
 * the topic that has its papers now, or else none, so that no address breaks.
 */
export async function getStaticPaths() {
  const { topics } = await archive();
  const former = (await formerTopics()).map(({ id, target }) => ({
    key: id,
    papers: target?.papers ?? [],
  }));
  return citationPathsOfLists([...topics, ...former], "topic");
}

/** The citations of a topic's papers. */
export const GET = citationFile;
