import { getCollection } from "astro:content";
import { type Archive, buildArchive } from "../archive/archive.ts";
import { withChanges } from "./integrations/changed-entries.ts";
import { madeOnce } from "./made-once.ts";

/** The archive. All pages share one, which is built on the first call. */
export const archive = madeOnce(["papers"], async (): Promise<Archive> => {
  const entries = await getCollection("papers");
  return buildArchive(withChanges(entries));
});
