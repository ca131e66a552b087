import type { APIRoute } from "astro";
import { cardFiles } from "../../../archive/make-paper-cards.ts";
import type { CardFile } from "../../../archive/paper-cards.ts";
import { archive } from "../../../astro/archive.ts";
import { keyed } from "../../../astro/traced.ts";

/** The cards of all papers in a few files: for lists that a browser makes. */
export async function getStaticPaths() {
  const { papers } = await archive();
  const paths = cardFiles(papers).map((file, number) => ({
    params: { file: String(number) },
    props: { file },
  }));
  return keyed(paths);
}

/** One file of cards, as JSON. */
export const GET: APIRoute<{ file: CardFile }> = ({ props }) =>
  new Response(JSON.stringify(props.file));
