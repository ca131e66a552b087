import { z } from "zod";
import { type RelatedPaper, relate } from "../archive/related/relate.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import { derived } from "../workspace/derived-cache.ts";
import { archive } from "./archive.ts";
import { paperTexts, paperVectors } from "./paper-texts.ts";
import { workspace } from "./settings.ts";

const shape = z.record(
  z.string(),
  z.array(z.object({ id: z.string(), phrases: z.array(z.string()) })),
);

let related: Promise<Record<string, RelatedPaper[]>> | undefined;

/** The papers most similar to one, best first, with their shared terms. Computed once per build. */
export async function relatedTo(
  paper: PaperEntry,
): Promise<{ paper: PaperEntry; phrases: string[] }[]> {
  related ??= paperTexts().then((papers) =>
    derived(workspace, "related", {
      of: papers,
      code: ["src/text", "src/archive/terms", "src/archive/related"],
      shape,
      make: async () => relate(papers, await paperVectors()),
    }),
  );
  const { byId } = await archive();
  return ((await related)[paper.id] ?? []).flatMap(({ id, phrases }) => {
    const other = byId.get(id);
    return other ? [{ paper: other, phrases }] : [];
  });
}
