import { dates } from "../archive/dates.ts";
import type { MapPoint } from "../archive/map/map-point.ts";
import { type Region, regionsOf } from "../archive/map/regions.ts";
import { archiveDate } from "../archive/order.ts";
import type { MapTexts } from "../client/map/map-data.ts";
import { mapOverview, paperLabels } from "../i18n/strings.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import { placesKept, placesOf } from "../workspace/derived-archive.ts";
import { derived, derivedBy } from "../workspace/derived-cache.ts";
import { archive } from "./archive.ts";
import { besidePages } from "./integrations/beside-pages.ts";
import { madeOnce } from "./made-once.ts";
import { paperTerms, paperTexts } from "./paper-texts.ts";
import { familyOfTopic, to, topicFamilies, workspace } from "./settings.ts";

/** A paper on the map. `family` is an index into `families`: the family of its first topic. */
export interface MapPaper extends MapPoint {
  paper: PaperEntry;
  family: number;
  /** Its first topic: an index into `topics`, or -1. */
  topic: number;
  /** The formatted date that the archive sorts the paper by. */
  date: string;
}

/** What the page of the map shows: papers with positions, and names for parts of the map. */
export interface PaperMap {
  /** In the archive's order; empty if there are too few papers for a map. */
  papers: MapPaper[];
  /** Families with papers. `key` selects the colour and is the same in every archive. */
  families: { key: string; name: string; papers: number }[];
  /** Names for parts of the map, with their families. */
  regions: (Region & { family: number })[];
  /** The first topics of all papers. */
  topics: string[];
}

// The families of the shipped taxonomy have a colour each; families that an owner adds are grey.
const coloured = 9;

/** The map of the archive's papers: computed once per build, and cached between builds. */
export const paperMap = madeOnce(["papers"], async (): Promise<PaperMap> => {
  const { papers } = await archive();
  const places = await allPlaces();
  // In the order of the texts that the places are made from.
  const ids = papers.map(({ id }) => id).sort();
  const placeOf = new Map(ids.map((id, index) => [id, places[index]]));
  const placed = papers.flatMap((paper) => {
    const place = placeOf.get(paper.id);
    return place ? [{ paper, topics: paper.topics, ...place }] : [];
  });
  const all = [
    ...topicFamilies.map(({ id, name }, index) => ({
      id: String(id),
      name,
      key: index < coloured ? String(index + 1) : "more",
    })),
    { id: undefined, name: mapOverview.unsorted, key: "more" },
  ].map((family) => ({
    ...family,
    members: placed.filter(
      ({ topics: [first] }) => (first && familyOfTopic(first.id)) === family.id,
    ),
  }));
  const families = all.filter(({ members }) => members.length > 0);
  const familyOf = new Map(
    families.flatMap(({ members }, index) => members.map(({ paper }) => [paper, index] as const)),
  );
  const topics = [...new Set(placed.flatMap(({ topics: [first] }) => (first ? [first.id] : [])))];
  const topicAt = new Map(topics.map((topic, index) => [topic, index]));
  return {
    papers: placed.map(({ paper, topics: [first], x, y }) => ({
      paper,
      x,
      y,
      topic: (first && topicAt.get(first.id)) ?? -1,
      family: familyOf.get(paper) ?? families.length - 1,
      date: dateOf(paper),
    })),
    families: families.map(({ key, name, members }) => ({ key, name, papers: members.length })),
    regions: regionsOf(placed).map((region) => ({
      ...region,
      family: families.findIndex(({ id }) => id === familyOfTopic(region.topic)),
    })),
    topics,
  };
});

/** What a list and a card say of these papers. */
export function mapTexts(papers: readonly MapPaper[]): MapTexts {
  return {
    title: papers.map(({ paper }) => paper.titleText),
    date: papers.map(({ date }) => date),
    address: papers.map(({ paper }) => to.paper(paper.id)),
  };
}

/** The places of all papers, in the order of ids. */
async function allPlaces(): Promise<MapPoint[]> {
  const digest = await besidePages()?.map;
  const kept = digest && (await derivedBy(workspace, placesKept, digest));
  return kept || derived(workspace, placesOf(workspace, await paperTexts(), await paperTerms()));
}

function dateOf(paper: PaperEntry): string {
  const date = archiveDate(paper);
  return date === undefined ? paperLabels.undated : dates.period(date);
}
