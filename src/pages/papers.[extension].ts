import { archive } from "../astro/archive.ts";
import { citationFile, citationPaths } from "../astro/citations.ts";

export async function getStaticPaths() {
  const { papers } = await archive();
  return citationPaths([{ key: "all", papers }]);
}

export const GET = citationFile;
