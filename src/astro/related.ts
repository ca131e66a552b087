import type { RelatedPaper } from "../archive/related/relate.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import { derivedRelated, lastRelated } from "../workspace/derived-archive.ts";
import { archive } from "./archive.ts";
import { besidePages } from "./integrations/beside-pages.ts";
import { madeOnce } from "./made-once.ts";
import { paperTerms, paperTexts } from "./paper-texts.ts";
import { workspace } from "./settings.ts";

/**
 * The papers most similar to one, best first, with their shared terms. Computed once per build; a preview shows
 * what was computed last, until the process beside it has compared the papers again.
 */
export async function relatedTo(
  paper: PaperEntry,
): Promise<{ paper: PaperEntry; phrases: string[] }[]> {
  const { byId } = await archive();
  return ((await allRelated())[paper.id] ?? []).flatMap(({ id, phrases }) => {
    const other = byId.get(id);
    return other ? [{ paper: other, phrases }] : [];
  });
}

const allRelated = madeOnce(
  ["papers", "comparisons"],
  async (): Promise<Record<string, RelatedPaper[]>> => {
    const last = import.meta.env.DEV ? await lastRelated(workspace) : undefined;
    if (last) return last;
    await besidePages()?.related;
    return derivedRelated(workspace, await paperTexts(), await paperTerms());
  },
);
