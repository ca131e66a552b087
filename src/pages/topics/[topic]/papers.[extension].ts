import { archive } from "../../../site/archive.ts";
import { citationFile, citationPaths } from "../../../site/citations.ts";

export async function getStaticPaths() {
  const { topics } = await archive();
  return citationPaths(topics, "topic");
}

export const GET = citationFile;
