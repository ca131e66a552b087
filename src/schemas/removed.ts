import { z } from "zod";

/**
 * `content/removed.yaml`: papers that the owner left out of the archive. Their seeds and notes stay.
 * An entry is an id as it stands in an address, an arXiv id or a DOI.
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
/** Each with its line, where the file is at hand. */
export type Removed = (z.infer<typeof removed>[number] & { line?: number })[];
