import { z } from "zod";
import { type RelatedPaper, relate } from "../archive/related/relate.ts";
import { type PaperTexts, termVectors } from "../archive/terms/term-vectors.ts";
import { derived } from "../project/derived-cache.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import { abstractSource } from "./abstracts.ts";
import { archive } from "./archive.ts";
import { project } from "./settings.ts";

const shape = z.record(
  z.string(),
  z.array(z.object({ id: z.string(), phrases: z.array(z.string()) })),
);

let related: Promise<Record<string, RelatedPaper[]>> | undefined;

/** The papers related to one, the nearest first, and what both speak of. Worked out once a build. */
export async function relatedTo(
  paper: PaperEntry,
): Promise<{ paper: PaperEntry; phrases: string[] }[]> {
  related ??= texts().then((papers) =>
    derived(project, "related", {
      of: papers,
      code: ["src/words", "src/archive/terms", "src/archive/related"],
      shape,
      make: () => relate(papers, termVectors(papers)),
    }),
  );
  const { byId } = await archive();
  return ((await related)[paper.id] ?? []).flatMap(({ id, phrases }) => {
    const other = byId.get(id);
    return other ? [{ paper: other, phrases }] : [];
  });
}

/** What papers are compared by, in the order of their ids. */
async function texts(): Promise<PaperTexts[]> {
  const papers = (await archive()).papers.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const read: PaperTexts[] = [];
  // In turns, so that ten thousand entries do not open ten thousand files at once.
  for (let at = 0; at < papers.length; at += 256) {
    const some = papers.slice(at, at + 256).map(async (paper) => ({
      id: paper.id,
      title: paper.title,
      abstract: await abstractSource(paper),
      topics: paper.topics.map(({ id, score }) => ({ id, score })),
    }));
    read.push(...(await Promise.all(some)));
  }
  return read;
}
