import type { APIRoute } from "astro";
import { latestPapers } from "../../archive/latest.ts";
import { archive } from "../../astro/archive.ts";

/** The latest papers. The page of new papers compares them with those that a reader has seen. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(latestPapers((await archive()).papers)));
