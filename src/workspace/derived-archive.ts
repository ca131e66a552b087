import { z } from "zod";
import type { WholePaper } from "../archive/export-archive.ts";
import { type LikenessFiles, likenessFiles } from "../archive/likeness/likeness-files.ts";
import type { MapPoint } from "../archive/map/map-point.ts";
import {
  fewestPapers,
  type Landmarks,
  landmarksOf,
  layLandmarks,
  placePapers,
} from "../archive/map/place-papers.ts";
import { placeInTime } from "../archive/order.ts";
import { type RelatedPaper, relate } from "../archive/related/relate.ts";
import type { ComparedTerms } from "../archive/terms/compared-terms.ts";
import type { PaperTexts } from "../archive/terms/paper-texts.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import { daysOfAppearance } from "./days-of-appearance.ts";
import { derived, digestOfCode, lastDerived } from "./derived-cache.ts";
import { keepRelations, readRelations } from "./kept-relations.ts";
import type { Workspace } from "./paths.ts";

const related = z.record(
  z.string(),
  z.array(z.object({ id: z.string(), phrases: z.array(z.string()) })),
);

const places = z.array(z.object({ x: z.number(), y: z.number() }));

/** The landmarks of a map. The values of terms are in Base64, which is a third of the bytes of numbers. */
const landmarks = z.object({
  keys: z.array(z.string()),
  dimensions: z.number(),
  values: z.string(),
  points: places,
});

const likeness = z.object({
  root: z.object({ version: z.string(), parts: z.number() }),
  files: z.record(z.string(), z.string()),
});

/** The texts that papers are compared by, in the order that derived values depend on. */
export function textsOf(
  workspace: Pick<Workspace, "root" | "addressesFile">,
  papers: readonly WholePaper[],
): PaperTexts[] {
  const days = daysOfAppearance(workspace);
  // Papers that the ledger does not have yet are the newest.
  const dayOf = ({ id, aliases }: PaperEntry) =>
    [id, ...aliases].flatMap((name) => days.get(name) ?? []).sort()[0] ?? "~";
  return papers
    .map(({ entry, abstract }) => ({
      id: entry.id,
      title: entry.title,
      abstract,
      topics: entry.topics.map(({ id, score }) => ({ id, score })),
      since: `${dayOf(entry)} ${entry.listed[0] ?? entry.added ?? placeInTime(entry) ?? "~"}`,
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** The related papers of each paper, kept between builds. */
export function derivedRelated(
  workspace: Pick<Workspace, "root">,
  papers: readonly PaperTexts[],
  terms: ComparedTerms,
): Promise<Record<string, RelatedPaper[]>> {
  const code = ["src/text", "src/archive/terms", "src/archive/related"];
  return derived(workspace, "related", {
    of: papers,
    code,
    shape: related,
    make: async () => {
      const version = await digestOfCode(workspace, code);
      const last = await lastDerived(workspace, "related", related);
      const vectors = await terms.vectors();
      const { keys } = vectors;
      const former = last && (await readRelations(workspace, { version, related: last, keys }));
      const made = relate(papers, vectors, former);
      await keepRelations(workspace, { version, keys }, made);
      return made.related;
    },
  });
}

/** The related papers that were made last, of whichever papers; undefined if there are none. */
export function lastRelated(
  workspace: Pick<Workspace, "root">,
): Promise<Record<string, RelatedPaper[]> | undefined> {
  return lastDerived(workspace, "related", related);
}

/** The places on the map that were made last, of whichever papers; undefined if there are none. */
export function lastPlaces(workspace: Pick<Workspace, "root">): Promise<MapPoint[] | undefined> {
  return lastDerived(workspace, "map", places);
}

/** The places of papers on the map, in their order, kept between builds. */
export function derivedPlaces(
  workspace: Pick<Workspace, "root">,
  papers: readonly PaperTexts[],
  terms: ComparedTerms,
): Promise<MapPoint[]> {
  // package.json has the version of the library that computes the positions.
  const code = ["src/text", "src/archive/terms", "src/archive/map", "package.json"];
  return derived(workspace, "map", {
    of: papers,
    code: [...code, "src/archive/related/best-papers.ts"],
    shape: places,
    make: async () => {
      if (papers.length < fewestPapers) return [];
      const of = landmarksOf(papers);
      const make = () => packedLandmarks(layLandmarks(of));
      const laid = await derived(workspace, "landmarks", { of, code, shape: landmarks, make });
      return placePapers(papers, await terms.counted(), unpackedLandmarks(laid));
    },
  });
}

type PackedLandmarks = z.infer<typeof landmarks>;

function packedLandmarks({ terms, points }: Landmarks): PackedLandmarks {
  const { buffer, byteOffset, byteLength } = terms.values;
  const values = Buffer.from(buffer, byteOffset, byteLength).toString("base64");
  return { keys: terms.keys, dimensions: terms.dimensions, values, points };
}

function unpackedLandmarks({ keys, dimensions, values, points }: PackedLandmarks): Landmarks {
  const bytes = Uint8Array.from(Buffer.from(values, "base64"));
  return { terms: { keys, dimensions, values: new Float32Array(bytes.buffer) }, points };
}

/** What the files of likeness have beyond the texts of papers. */
interface LikenessFacts {
  /** The former ids of a paper. */
  aliasesOf: (id: string) => readonly string[];
  topicName: (id: string) => string;
}

/** The files of likeness that were made last, of whichever papers; undefined if there are none. */
export function lastLikeness(
  workspace: Pick<Workspace, "root">,
): Promise<LikenessFiles | undefined> {
  return lastDerived(workspace, "likeness", likeness);
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
    make: async () => likenessFiles(papers, await terms.vectors(), (id) => names.get(id) ?? id),
  });
}
