import { archive } from "../../../astro/archive.ts";
import { idFile, idPaths } from "../../../astro/citations.ts";

/** The ids of a topic's papers, where no files have their citations. */
export async function getStaticPaths() {
  return idPaths((await archive()).topics, "topic");
}

/** One of these files, as JSON. */
export const GET = idFile;
