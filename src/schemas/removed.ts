import { z } from "zod";

/**
 * `content/removed.yaml`: papers that the owner removed from the archive. Their seeds and notes
 * stay. An item is an id as in the address of its page, an arXiv id, a DOI, or an address of any of
 * these.
 */
export const removed = z.array(
  z.union([
    z
      .string()
      .min(1)
      .transform((id) => ({ id, title: undefined })),
    z.strictObject({ id: z.string().min(1), title: z.string().optional() }),
  ]),
);
/** The removed papers, each with its line if it was read from a file. */
export type Removed = (z.infer<typeof removed>[number] & { line?: number })[];
