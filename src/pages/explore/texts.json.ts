import type { APIRoute } from "astro";
import { mapTexts, paperMap } from "../../astro/paper-map.ts";

/** The texts of all papers on the map, which its page loads when a reader points at one or zooms. */
export const GET: APIRoute = async () => {
  const { papers } = await paperMap();
  return new Response(JSON.stringify(mapTexts(papers)), {
    headers: { "content-type": "application/json" },
  });
};
