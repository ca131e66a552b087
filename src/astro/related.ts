import type { RelatedPaper } from "../archive/related/relate.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import { derivedRelated } from "../workspace/derived-archive.ts";
import { archive } from "./archive.ts";
import { besidePages } from "./integrations/beside-pages.ts";
import { paperTexts, paperVectors } from "./paper-texts.ts";
import { workspace } from "./settings.ts";

let related: Promise<Record<string, RelatedPaper[]>> | undefined;

/** The papers most similar to one, best first, with their shared terms. Computed once per build. */
export async function relatedTo(
  paper: PaperEntry,
): Promise<{ paper: PaperEntry; phrases: string[] }[]> {
  related ??= relate();
  const { byId } = await archive();
  return ((await related)[paper.id] ?? []).flatMap(({ id, phrases }) => {
    const other = byId.get(id);
    return other ? [{ paper: other, phrases }] : [];
  });
}

async function relate(): Promise<Record<string, RelatedPaper[]>> {
  await besidePages()?.related;
  return derivedRelated(workspace, await paperTexts(), paperVectors);
}
