import type { APIRoute } from "astro";
import { paperMap } from "../../astro/paper-map.ts";
import { to, topicName } from "../../astro/settings.ts";
import type { MapData } from "../../client/map/map-data.ts";

/** The positions of the papers, for the page of the map. */
export const GET: APIRoute = async () => {
  const { papers, regions, topics } = await paperMap();
  const data: MapData = {
    x: papers.map(({ x }) => x),
    y: papers.map(({ y }) => y),
    family: papers.map(({ family }) => family),
    topic: papers.map(({ topic }) => topic),
    title: papers.map(({ paper }) => paper.titleText),
    date: papers.map(({ date }) => date),
    address: papers.map(({ paper }) => to.paper(paper.id)),
    topics: topics.map(topicName),
    regions: regions.map(({ topic, x, y, family }) => ({ name: topicName(topic), x, y, family })),
  };
  return new Response(JSON.stringify(data), { headers: { "content-type": "application/json" } });
};
