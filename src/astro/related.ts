import type { RelatedPaper } from "../archive/related/relate.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import { lastRelated, relatedKept, relatedOf } from "../workspace/derived-archive.ts";
import { derived, derivedBy } from "../workspace/derived-cache.ts";
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
  const last = import.meta.env.DEV ? await lastRelated(workspace) : undefined;
  if (last) return last;
  // What the process beside has just made need not be compared with the texts of all papers.
  const digest = await besidePages()?.related;
  const kept = digest && (await derivedBy(workspace, relatedKept, digest));
  if (kept) return kept.related;
  const made = relatedOf(workspace, await paperTexts(), await paperTerms());
  return (await derived(workspace, made)).related;
}
