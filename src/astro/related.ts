import type { RelatedPaper } from "../archive/related/relate.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import { derivedRelated, lastRelated } from "../workspace/derived-archive.ts";
import { archive } from "./archive.ts";
import { besidePages } from "./integrations/beside-pages.ts";
import { paperTerms, paperTexts } from "./paper-texts.ts";
import { workspace } from "./settings.ts";
import { lookup } from "./traced.ts";

/**
 * The papers most similar to one, best first, with their shared terms. Computed once per build; a preview shows
 * what was computed last, until the process beside it has compared the papers again.
 */
export async function relatedTo({
  id,
}: PaperEntry): Promise<{ paper: PaperEntry; phrases: string[] }[]> {
  return (await related())(id);
}

const related = lookup("related papers", ["papers", "comparisons"], async () => {
  const { byId } = await archive();
  // A map, because an id may be the name of a property that all objects have.
  const all = new Map(Object.entries(await allRelated()));
  return (of) =>
    (all.get(of) ?? []).flatMap(({ id, phrases }) => {
      const paper = byId.get(id);
      return paper ? [{ paper, phrases }] : [];
    });
});

async function allRelated(): Promise<Record<string, RelatedPaper[]>> {
  // What the process beside has just made is of these papers, and need not be compared with all of their texts.
  const isMade = import.meta.env.DEV || (await besidePages()?.related);
  const last = isMade ? await lastRelated(workspace) : undefined;
  if (last) return last;
  await besidePages()?.related;
  return derivedRelated(workspace, await paperTexts(), await paperTerms());
}
