import { type Archive, buildArchive } from "../archive/archive.ts";
import type { PaperEntry } from "../schemas/paper.ts";
import { entriesOnce } from "./entries.ts";
import { withChanges } from "./integrations/changed-entries.ts";
import { whole } from "./traced.ts";

declare const OFFPRINT_IS_BUILD: boolean;

/** The archive. All pages share one, which is built on the first call. */
export const archive = whole(
  "archive",
  ["papers"],
  async (): Promise<Archive> => buildArchive(await entries()),
  ({ papers }) => papers,
);

/** A preview has the entries in Astro's store, which a build does not even bundle. */
async function entries(): Promise<PaperEntry[]> {
  if (OFFPRINT_IS_BUILD) return (await entriesOnce()).papers;
  const { getCollection } = await import("astro:content");
  return withChanges(await getCollection("papers"));
}
