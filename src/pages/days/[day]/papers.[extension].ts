import { allOf } from "../../../archive/periods.ts";
import { archive } from "../../../astro/archive.ts";
import { citationFile, citationPaths } from "../../../astro/citations.ts";

/** A file of citations for each day and format, with the papers listed and published on it. */
export async function getStaticPaths() {
  const { days } = await archive();
  const groups = days.map((day) => ({ key: day.key, papers: allOf(day) }));
  return citationPaths(groups, "day");
}

/** The citations of a day's papers. */
export const GET = citationFile;
