import { z } from "zod";
import { recordedMessage } from "../unchanged/record.ts";

/**
 * The search index that was written, and what was found wrong meanwhile. Files that are the same in the last site were not
 * written.
 */
const searchWritten = z.object({
  papers: z.number(),
  messages: z.array(recordedMessage),
  same: z.array(z.string()),
});

/**
 * What a process beside the pages is to do: the workspace, the folder for the search index, and that of the last site if it is as
 * it was built.
 */
export const besideTask = z.object({
  root: z.string(),
  folder: z.string(),
  lastSite: z.string().optional(),
});
/** What a process beside the pages is to do. */
export type BesideTask = z.infer<typeof besideTask>;

/** What the process beside the pages says when it has done a part of its work. */
export const step = z.discriminatedUnion("name", [
  z.object({ name: z.literal("related"), digest: z.string() }),
  z.object({ name: z.literal("map"), digest: z.string() }),
  z.object({ name: z.literal("likeness"), digest: z.string() }),
  z.object({ name: z.literal("search"), written: searchWritten }),
]);

/** The search index that was written, and what was found wrong meanwhile. */
export type SearchWritten = z.infer<typeof searchWritten>;

/** A part of the work that is done. */
export type Step = z.infer<typeof step>;
