import { archive } from "../../../astro/archive.ts";
import { citationFile, citationPaths } from "../../../astro/citations.ts";

export async function getStaticPaths() {
  const { days } = await archive();
  const groups = days.map(({ key, listed, published }) => ({
    key,
    papers: [...listed, ...published],
  }));
  return citationPaths(groups, "day");
}

export const GET = citationFile;
