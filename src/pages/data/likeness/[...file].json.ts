import type { APIRoute } from "astro";
import { archiveLikeness } from "../../../astro/likeness.ts";

/** The dictionary of terms, and the terms of papers in a few files. */
export async function getStaticPaths() {
  const { files } = await archiveLikeness();
  return Object.entries(files).map(([path, text]) => ({
    params: { file: path.replace(/^data\/likeness\/|\.json$/g, "") },
    props: { text },
  }));
}

/** One of these files. */
export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
