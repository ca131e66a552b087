import { archive } from "../site/archive.ts";
import { citationFile, citationPaths } from "../site/citations.ts";

export async function getStaticPaths() {
  const { papers } = await archive();
  return citationPaths([{ key: "all", papers }]);
}

export const GET = citationFile;
