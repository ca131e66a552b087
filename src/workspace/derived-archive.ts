import { z } from "zod";
import type { WholePaper } from "../archive/export-archive.ts";
import { type LikenessFiles, likenessFiles } from "../archive/likeness/likeness-files.ts";
import type { MapPoint } from "../archive/map/map-point.ts";
import { placePapers } from "../archive/map/place-papers.ts";
import { placeInTime } from "../archive/order.ts";
import { type RelatedPaper, relate } from "../archive/related/relate.ts";
import type { ComparedTerms } from "../archive/terms/compared-terms.ts";
import type { PaperTexts } from "../archive/terms/paper-texts.ts";
import { derived, lastDerived } from "./derived-cache.ts";
import type { Workspace } from "./paths.ts";

const related = z.record(
  z.string(),
  z.array(z.object({ id: z.string(), phrases: z.array(z.string()) })),
);

const places = z.array(z.object({ x: z.number(), y: z.number() }));

const likeness = z.object({
  root: z.object({ version: z.string(), parts: z.number() }),
  files: z.record(z.string(), z.string()),
});

/** The texts that papers are compared by, in the order that derived values depend on. */
export function textsOf(papers: readonly WholePaper[]): PaperTexts[] {
  return papers
    .map(({ entry, abstract }) => ({
      id: entry.id,
      title: entry.title,
      abstract,
      topics: entry.topics.map(({ id, score }) => ({ id, score })),
      since: entry.listed[0] ?? entry.added ?? placeInTime(entry),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The related papers of each paper, kept between builds. */
export function derivedRelated(
  workspace: Pick<Workspace, "root">,
  papers: readonly PaperTexts[],
  terms: ComparedTerms,
): Promise<Record<string, RelatedPaper[]>> {
  return derived(workspace, "related", {
    of: papers,
    code: ["src/text", "src/archive/terms", "src/archive/related"],
    shape: related,
    make: () => relate(papers, terms.vectors()),
  });
}

/** The related papers that were made last, of whichever papers; undefined if there are none. */
export function lastRelated(
  workspace: Pick<Workspace, "root">,
): Promise<Record<string, RelatedPaper[]> | undefined> {
  return lastDerived(workspace, "related", related);
}

/** The places of papers on the map, in their order, kept between builds. */
export function derivedPlaces(
  workspace: Pick<Workspace, "root">,
  papers: readonly PaperTexts[],
  terms: ComparedTerms,
): Promise<MapPoint[]> {
  return derived(workspace, "map", {
    of: papers,
    // package.json has the version of the library that computes the positions.
    code: ["src/text", "src/archive/terms", "src/archive/map", "package.json"],
    shape: places,
    make: () => placePapers(papers, terms.counted()),
  });
}

/** What the files of likeness have beyond the texts of papers. */
interface LikenessFacts {
  /** The former ids of a paper. */
  aliasesOf: (id: string) => readonly string[];
  topicName: (id: string) => string;
}

/** The files by which a browser compares papers with saved ones, kept between builds. */
export function derivedLikeness(
  workspace: Pick<Workspace, "root">,
  texts: readonly PaperTexts[],
  { aliasesOf, topicName }: LikenessFacts,
  terms: ComparedTerms,
): Promise<LikenessFiles> {
  const papers = texts.map((paper) => ({ ...paper, aliases: aliasesOf(paper.id) }));
  const topics = new Set(texts.flatMap((paper) => paper.topics.map(({ id }) => id)));
  const names = new Map([...topics].map((id) => [id, topicName(id)]));
  return derived(workspace, "likeness", {
    of: [papers, [...names]],
    code: ["src/text", "src/archive/terms", "src/archive/likeness"],
    shape: likeness,
    make: () => likenessFiles(papers, terms.vectors(), (id) => names.get(id) ?? id),
  });
}
