import type { APIRoute } from "astro";
import { archiveLikeness } from "../../astro/likeness.ts";

/** Where the files are by which a browser compares papers with those that its reader has saved. */
export const GET: APIRoute = async () =>
  new Response(JSON.stringify((await archiveLikeness()).root));
