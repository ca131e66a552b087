import type { APIRoute } from "astro";
import { latestPapers } from "../../archive/latest.ts";
import { archive } from "../../astro/archive.ts";

/** The papers that came last: the page of what is new compares them with those seen before. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify(latestPapers((await archive()).papers)));
