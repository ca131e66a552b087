import { allOf } from "../../../archive/periods.ts";
import { archive } from "../../../astro/archive.ts";
import { idFile, idPaths } from "../../../astro/citations.ts";

/** The ids of a day's papers, where no files have their citations. */
export async function getStaticPaths() {
  const { days } = await archive();
  return idPaths(
    days.map((day) => ({ key: day.key, papers: allOf(day) })),
    "day",
  );
}

/** One of these files, as JSON. */
export const GET = idFile;
