import { z } from "zod";

/**
 * `content/removed.yaml`: papers that the owner removed from the archive. Their seeds and notes
 * stay. An item is an id as in the address of its page, an arXiv id, a DOI, or an address of any of
 * these. `restored: true` says that the paper is not removed anymore: git, which keeps the lines of both
 * branches when it merges this file, could bring a deleted line back without a trace.
 */
export const removed = z.array(
  z.union([
    z
      .string()
      .min(1)
      .transform((id) => ({ id, title: undefined, restored: undefined })),
    z.strictObject({
      id: z.string().min(1).describe("The id of the paper."),
      title: z.string().optional().describe("Its title, for you to read."),
      restored: z.boolean().optional().describe("True: the paper is not removed anymore."),
    }),
  ]),
);
/** A removed paper, with its line if it was read from a file. */
interface RemovedItem {
  id: string;
  title?: string | undefined;
  line?: number;
  /** The line that says that it was restored, which contradicts this one. */
  restoredAt?: number;
}
/** The removed papers. */
export type Removed = RemovedItem[];
