import type { APIRoute } from "astro";
import { archiveLikeness } from "../../../astro/likeness.ts";
import { keyed } from "../../../astro/traced.ts";

/** The dictionary of terms, and the terms of papers in a few files. */
export async function getStaticPaths() {
  const { files } = await archiveLikeness();
  const paths = Object.entries(files).map(([path, text]) => ({
    params: { file: path.replace(/^data\/likeness\/|\.json$/g, "") },
    props: { text },
  }));
  return keyed(paths);
}

/** One of these files. */
export const GET: APIRoute<{ text: string }> = ({ props }) => new Response(props.text);
