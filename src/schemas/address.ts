import { z } from "zod";
import { arxivId, paperId } from "./identifiers.ts";

/**
 * One line of `content/addresses.jsonl`: an address under which a paper was published, and what the
 * paper is recognized by.
 */
export const addressLine = z.strictObject({
  kind: z.literal("paper"),
  address: paperId,
  /** The first address of the same paper. */
  paper: paperId,
  arxiv: arxivId.optional(),
  doi: z.string().min(1).optional(),
  /** The citation key in a seed, and the path of that seed. */
  key: z.string().min(1).optional(),
  file: z.string().min(1).optional(),
  title: z.string(),
  /** The first authors, and the year of publication. */
  authors: z.array(z.string()).optional(),
  year: z.string().optional(),
});
/** An address of a paper, with the facts that it had there. */
export type AddressLine = z.infer<typeof addressLine>;
