import { archive } from "../astro/archive.ts";
import { citationFile, citationPaths } from "../astro/citations.ts";

/** A file of citations for the whole archive in each format. */
export async function getStaticPaths() {
  const { papers } = await archive();
  return citationPaths([{ key: "all", papers }]);
}

/** The citations of all papers. */
export const GET = citationFile;
