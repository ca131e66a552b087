import { z } from "zod";
import type { WholePaper } from "../archive/export-archive.ts";
import type { MapPoint } from "../archive/map/map-point.ts";
import { placePapers } from "../archive/map/place-papers.ts";
import { type RelatedPaper, relate } from "../archive/related/relate.ts";
import type { PaperTexts, TermVectors } from "../archive/terms/term-vectors.ts";
import { derived } from "./derived-cache.ts";
import type { Workspace } from "./paths.ts";

const related = z.record(
  z.string(),
  z.array(z.object({ id: z.string(), phrases: z.array(z.string()) })),
);

const places = z.array(z.object({ x: z.number(), y: z.number() }));

/** Papers as vectors, which are made only if something is derived from them. */
export type Weigh = () => TermVectors | Promise<TermVectors>;

/** The texts that papers are compared by, in the order that derived values depend on. */
export function textsOf(papers: readonly WholePaper[]): PaperTexts[] {
  return papers
    .map(({ entry, abstract }) => ({
      id: entry.id,
      title: entry.title,
      abstract,
      topics: entry.topics.map(({ id, score }) => ({ id, score })),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The related papers of each paper, kept between builds. */
export function derivedRelated(
  workspace: Pick<Workspace, "root">,
  papers: readonly PaperTexts[],
  weigh: Weigh,
): Promise<Record<string, RelatedPaper[]>> {
  return derived(workspace, "related", {
    of: papers,
    code: ["src/text", "src/archive/terms", "src/archive/related"],
    shape: related,
    make: async () => relate(papers, await weigh()),
  });
}

/** The places of papers on the map, in their order, kept between builds. */
export function derivedPlaces(
  workspace: Pick<Workspace, "root">,
  papers: readonly PaperTexts[],
  weigh: Weigh,
): Promise<MapPoint[]> {
  return derived(workspace, "map", {
    of: papers,
    // package.json has the version of the library that computes the positions.
    code: ["src/text", "src/archive/terms", "src/archive/map", "package.json"],
    shape: places,
    make: async () => placePapers(await weigh()),
  });
}
