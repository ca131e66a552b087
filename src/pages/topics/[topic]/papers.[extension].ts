import { archive } from "../../../astro/archive.ts";
import { citationFile, citationPaths } from "../../../astro/citations.ts";

/** A file of citations for each topic and format. */
export async function getStaticPaths() {
  const { topics } = await archive();
  return citationPaths(topics, "topic");
}

/** The citations of a topic's papers. */
export const GET = citationFile;
