import type { APIRoute } from "astro";
import { fewestPapers } from "../../../archive/map/place-papers.ts";
import { archive } from "../../../astro/archive.ts";
import { partsOf } from "../../../astro/texts.ts";
import { keyed } from "../../../astro/traced.ts";
import { sentencesInAFile } from "../../../client/map/map-data.ts";
import type { PaperEntry } from "../../../schemas/paper.ts";

/** The first sentences of the papers on the map, in its order, in files that the cards of papers load. */
export async function getStaticPaths() {
  // Not the map itself, so that no page waits for it until it is made.
  const { papers: all } = await archive();
  const papers = all.length < fewestPapers ? [] : all;
  const count = Math.ceil(papers.length / sentencesInAFile);
  const paths = Array.from({ length: count }, (_, file) => ({
    params: { file: String(file) },
    props: { papers: papers.slice(file * sentencesInAFile, (file + 1) * sentencesInAFile) },
  }));
  return keyed(paths);
}

/** One of these files. */
export const GET: APIRoute<{ papers: PaperEntry[] }> = async ({ props }) => {
  const parts = await Promise.all(props.papers.map(partsOf));
  return new Response(JSON.stringify(parts.map(({ sentence }) => sentence.text.trim())), {
    headers: { "content-type": "application/json" },
  });
};
