import { z } from "zod";
import { bundleFacts } from "../../workspace/bundle/bundle-facts.ts";
import { recordedMessage } from "../../workspace/unchanged/record.ts";

/** What a process that makes pages is started with. */
export const makerTask = z.object({
  root: z.string(),
  /** The folder of the new site. */
  stage: z.string(),
  place: z.object({ base: z.string(), address: z.string().exactOptional() }),
  bundle: z.object({ server: z.string(), facts: bundleFacts }),
  /** The file for the record of how its pages were made. */
  record: z.string(),
});
/** What a process that makes pages is started with. */
export type MakerTask = z.infer<typeof makerTask>;

/** What the process beside the pages makes and pages wait for. */
export const waitedFor = ["related", "map", "likeness"] as const;

/** What is said to a process that makes pages. */
export const toMaker = z.discriminatedUnion("type", [
  z.object({ type: z.literal("begin"), task: makerTask }),
  z.object({ type: z.literal("beside"), name: z.enum(waitedFor), digest: z.string().optional() }),
  z.object({ type: z.literal("pages"), paths: z.array(z.string()) }),
  z.object({ type: z.literal("end") }),
]);
/** What is said to a process that makes pages. */
export type ToMaker = z.infer<typeof toMaker>;

/** What a process that makes pages says. */
export const fromMaker = z.discriminatedUnion("type", [
  /** It can make pages. */
  z.object({ type: z.literal("ready") }),
  /** It has made the last ones, but for those that are left, and what there is to say of them. */
  z.object({
    type: z.literal("made"),
    left: z.array(z.string()),
    pages: z.number(),
    messages: z.array(recordedMessage),
  }),
  z.object({ type: z.literal("ended") }),
]);
/** What a process that makes pages says. */
export type FromMaker = z.infer<typeof fromMaker>;
