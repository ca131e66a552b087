import type { APIRoute } from "astro";
import { paperMap } from "../../../astro/paper-map.ts";
import { partsOf } from "../../../astro/texts.ts";
import { keyed } from "../../../astro/traced.ts";
import { sentencesInAFile } from "../../../client/map/map-data.ts";
import type { PaperEntry } from "../../../schemas/paper.ts";

/** The first sentences of the papers on the map, in its order, in files that the cards of papers load. */
export async function getStaticPaths() {
  const papers = (await paperMap()).papers.map(({ paper }) => paper);
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
