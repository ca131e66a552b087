import { archive } from "../../../astro/archive.ts";
import { citationFile, citationPaths } from "../../../astro/citations.ts";

export async function getStaticPaths() {
  const { topics } = await archive();
  return citationPaths(topics, "topic");
}

export const GET = citationFile;
