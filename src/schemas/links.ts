import { z } from "zod";

/** `content/links.yaml`: files outside the archive that each ingest copies into `seeds/`. */
export const links = z.array(
  z.strictObject({
    from: z
      .string()
      .min(1)
      .describe("The path of the file: absolute, from `~/`, or relative to the archive."),
    file: z
      .string()
      .regex(/^seeds\/(?!.*(?:^|\/)\.\.?(?:\/|$))./, "a path such as seeds/added/library.bib")
      .describe("Its copy, which is read as a seed."),
  }),
);
/** The linked files. */
export type Links = z.infer<typeof links>;
