import type { APIRoute } from "astro";
import { mapTexts, paperMap } from "../../astro/paper-map.ts";
import { topicName } from "../../astro/settings.ts";
import { type MapFile, mostWithTexts, newestOnMap } from "../../client/map/map-data.ts";

/** The positions of the papers, and the texts of the newest, for the page of the map. */
export const GET: APIRoute = async () => {
  const { papers, regions, topics } = await paperMap();
  const data: MapFile = {
    x: papers.map(({ x }) => x),
    y: papers.map(({ y }) => y),
    family: papers.map(({ family }) => family),
    topic: papers.map(({ topic }) => topic),
    ...mapTexts(papers.length <= mostWithTexts ? papers : papers.slice(0, newestOnMap)),
    topics: topics.map(topicName),
    regions: regions.map(({ topic, x, y, family }) => ({ name: topicName(topic), x, y, family })),
  };
  return new Response(JSON.stringify(data), { headers: { "content-type": "application/json" } });
};
