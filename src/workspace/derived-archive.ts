import { z } from "zod";
import type { WholePaper } from "../archive/export-archive.ts";
import { likenessRoot } from "../archive/likeness/likeness-data.ts";
import { type LikenessFiles, likenessFiles } from "../archive/likeness/likeness-files.ts";
import { landmarksOf, layCore } from "../archive/map/landmarks.ts";
import type { MapPoint } from "../archive/map/map-point.ts";
import { fewestPapers, placeAround } from "../archive/map/place-papers.ts";
import { type RelatedPaper, relate } from "../archive/related/relate.ts";
import type { ComparedTerms } from "../archive/terms/compared-terms.ts";
import type { PaperTexts } from "../archive/terms/paper-texts.ts";
import { textDigest } from "../archive/terms/text-digest.ts";
import { orderOfArrival } from "./days-of-appearance.ts";
import {
  asJson,
  asLists,
  type Derivation,
  derivedBy,
  digestOf,
  digestOfCode,
} from "./derived-cache.ts";
import { isNearlyAsKept } from "./kept-arrays.ts";
import { keptCore } from "./kept-map.ts";
import { type KeptRelations, relationsFromLists, relationsToLists } from "./kept-relations.ts";
import { keepWritten, readWritten } from "./kept-spellings.ts";
import type { Workspace } from "./paths.ts";

/** Where related papers are kept. */
export const relatedKept = {
  name: "related",
  form: asLists(relationsToLists, relationsFromLists),
};

const places = z.array(z.object({ x: z.number(), y: z.number() }));

/** Where the places on the map are kept. */
export const placesKept = { name: "map", form: asJson(places) };

/** Where the files of likeness are kept. */
export const likenessKept = {
  name: "likeness",
  form: asJson(z.object({ root: likenessRoot, files: z.record(z.string(), z.string()) })),
};

/** The texts that papers are compared by, in the order that derived values depend on. */
export function textsOf(
  workspace: Pick<Workspace, "root" | "addressesFile">,
  papers: readonly WholePaper[],
): PaperTexts[] {
  const since = orderOfArrival(workspace);
  return papers
    .map(({ entry, abstract }) => ({
      id: entry.id,
      title: entry.title,
      abstract,
      topics: entry.topics.map(({ id, score }) => ({ id, score })),
      since: since(entry),
    }))
    .sort((a, b) => (a.id < b.id ? -1 : 1));
}

/** What derived values depend on, in a tenth of the bytes. */
function digestsOf(papers: readonly PaperTexts[]): (string | undefined)[][] {
  return papers.map((paper) => [paper.id, paper.since, textDigest(paper)]);
}

/** The related papers of each paper. */
export function relatedOf(
  workspace: Pick<Workspace, "root">,
  papers: readonly PaperTexts[],
  terms: ComparedTerms,
): Derivation<KeptRelations> {
  const code = ["src/text", "src/archive/terms", "src/archive/related"];
  return {
    ...relatedKept,
    of: digestsOf(papers),
    code,
    make: async () => {
      const version = await digestOfCode(workspace, code);
      const last = await derivedBy(workspace, relatedKept);
      const former = last?.version === version ? last : undefined;
      return { version, ...relate(papers, await terms.vectors(), former) };
    },
  };
}

/** The related papers that were made last, of whichever papers; undefined if there are none. */
export async function lastRelated(
  workspace: Pick<Workspace, "root">,
): Promise<Record<string, RelatedPaper[]> | undefined> {
  return (await derivedBy(workspace, relatedKept))?.related;
}

/** The places of papers on the map, in the order of their texts. */
export function placesOf(
  workspace: Pick<Workspace, "root">,
  papers: readonly PaperTexts[],
  terms: ComparedTerms,
): Derivation<MapPoint[]> {
  // package.json has the version of the library that computes the positions.
  const parts = ["best-papers", "postings"].map((name) => `src/archive/related/${name}.ts`);
  const code = ["src/text", "src/archive/terms", "src/archive/map", ...parts, "package.json"];
  return {
    ...placesKept,
    of: digestsOf(papers),
    code,
    make: async () => {
      if (papers.length < fewestPapers) return [];
      const landmarks = landmarksOf(papers);
      const of = landmarks.core.map((paper) => [paper.id, textDigest(paper)]);
      const version = await digestOf(workspace, { of, code });
      const lay = async () => layCore(landmarks.core, await terms.counted());
      const core = await keptCore(workspace, version, lay);
      return placeAround(core, landmarks, await terms.vectors());
    },
  };
}

/** What the files of likeness have beyond the texts of papers. */
interface LikenessFacts {
  /** The former ids of a paper. */
  aliasesOf: (id: string) => readonly string[];
  topicName: (id: string) => string;
}

/** The files by which a browser compares papers with saved ones. */
export function likenessOf(
  workspace: Pick<Workspace, "root">,
  texts: readonly PaperTexts[],
  { aliasesOf, topicName }: LikenessFacts,
  terms: ComparedTerms,
): Derivation<LikenessFiles> {
  const topics = new Set(texts.flatMap((paper) => paper.topics.map(({ id }) => id)));
  const names = new Map([...topics].map((id) => [id, topicName(id)]));
  const code = ["src/text", "src/archive/terms", "src/archive/likeness"];
  return {
    ...likenessKept,
    of: [digestsOf(texts), texts.map(({ id }) => aliasesOf(id)), [...names]],
    code,
    make: async () => {
      const version = await digestOfCode(workspace, code);
      const papers = texts.map((paper) => ({ ...paper, aliases: aliasesOf(paper.id) }));
      const former = await readWritten(workspace, version);
      const nameOf = (id: string) => names.get(id) ?? id;
      const { written, ...made } = likenessFiles(papers, await terms.vectors(), nameOf, former);
      const isKept = former && isNearlyAsKept(former.digests, written.digests);
      if (!isKept) await keepWritten(workspace, version, written);
      return made;
    },
  };
}
