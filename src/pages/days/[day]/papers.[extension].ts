import { allOf } from "../../../archive/periods.ts";
import { archive } from "../../../astro/archive.ts";
import { citationFile, citationPathsOfLists } from "../../../astro/citations.ts";
import { formerDays } from "../../../astro/redirects.ts";

/**
 * A file of citations for each day and format, with the papers listed and published on it. That of a former
 * day is empty, so that no address breaks.
 */
export async function getStaticPaths() {
  const { days } = await archive();
  const groups = days.map((day) => ({ key: day.key, papers: allOf(day) }));
  const former = (await formerDays()).map((key) => ({ key, papers: [] }));
  return citationPathsOfLists([...groups, ...former], "day");
}

/** The citations of a day's papers. */
export const GET = citationFile;
