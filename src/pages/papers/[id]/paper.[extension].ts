import type { APIRoute } from "astro";
import { archive } from "../../../astro/archive.ts";
import { filesBeside, paperFile } from "../../../astro/paper-files.ts";
import { keyed } from "../../../astro/traced.ts";
import type { PaperEntry } from "../../../schemas/paper.ts";
import type { PaperFileKind } from "../../../schemas/site.ts";

/** The files beside the page of each paper: its citation in each format, and its text. */
export async function getStaticPaths() {
  const { papers } = await archive();
  const kinds = [...(await filesBeside())];
  const paths = papers.flatMap((paper) =>
    kinds.map((kind) => ({ params: { id: paper.id, extension: kind }, props: { paper, kind } })),
  );
  return keyed(paths);
}

/** One of these files. */
export const GET: APIRoute<{ paper: PaperEntry; kind: PaperFileKind }> = async ({ props }) => {
  const { text, mediaType } = await paperFile(props.paper, props.kind);
  return new Response(text, { headers: { "content-type": `${mediaType}; charset=utf-8` } });
};
