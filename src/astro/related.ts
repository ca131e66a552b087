import type { RelatedPaper } from "../archive/related/relate.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import { derivedRelated } from "../workspace/derived-archive.ts";
import { archive } from "./archive.ts";
import { besidePages } from "./integrations/beside-pages.ts";
import { madeOnce } from "./made-once.ts";
import { paperTexts, paperVectors } from "./paper-texts.ts";
import { workspace } from "./settings.ts";

/** The papers most similar to one, best first, with their shared terms. Computed once per build. */
export async function relatedTo(
  paper: PaperEntry,
): Promise<{ paper: PaperEntry; phrases: string[] }[]> {
  const { byId } = await archive();
  return ((await allRelated())[paper.id] ?? []).flatMap(({ id, phrases }) => {
    const other = byId.get(id);
    return other ? [{ paper: other, phrases }] : [];
  });
}

const allRelated = madeOnce(["papers"], async (): Promise<Record<string, RelatedPaper[]>> => {
  await besidePages()?.related;
  return derivedRelated(workspace, await paperTexts(), paperVectors);
});
