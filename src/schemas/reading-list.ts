import { z } from "zod";
import { venue } from "./paper.ts";

const words = z.union([z.array(z.string()), z.string().transform((text) => text.split(/[,;]\s*/))]);
const address = z.string().optional();

/** A paper that an owner wrote by hand, in a seed. All values are read as text. */
export const listedPaper = z
  .strictObject({
    title: z.string().optional().describe("The paper's title."),
    arxiv: z
      .string()
      .optional()
      .meta({ description: "Its arXiv id.", examples: ["2510.01171"] }),
    doi: z
      .string()
      .optional()
      .meta({ description: "Its DOI.", examples: ["10.1145/3292500.3330701"] }),
    url: address.describe("The address of its page."),
    authors: z
      .union([
        z.array(z.string()),
        z.string().transform((text) =>
          // With semicolons, commas are inside of names.
          text.split(text.includes(";") ? ";" : /(?<!\s)(?:\s*,\s*(?:and\s+)?|\s+and\s+)/),
        ),
      ])
      .optional()
      .meta({
        description: "Its authors: a list of names, or all of them in one text.",
        examples: ["Ada Byron, Emmy Noether and Sofja Kowalewskaja"],
      }),
    abstract: z.string().optional().describe("Its abstract, with formulas as `$…$`."),
    published: z
      .string()
      .regex(/^\d{4}(-\d\d){0,2}$/, "a date, month or year, such as 2025-10-01, 2025-10 or 2025")
      .optional()
      .describe(
        "When it was published, a year, a month or a day: `2025`, `2025-10`, `2025-10-01`.",
      ),
    listed: z.iso
      .date("a date, such as 2025-11-13")
      .optional()
      .describe("The day under which the archive lists it."),
    keywords: words
      .optional()
      .describe("Its keywords: a list, or one text with commas between them."),
    annotation: z.string().optional().describe("What you think of it, which appears as your note."),
    note: z
      .string()
      .optional()
      .meta({ description: "A remark on its publication.", examples: ["Best paper award"] }),
    venue: z
      .strictObject(venue.shape)
      .optional()
      .meta({
        description: "Where it appeared.",
        examples: [{ kind: "journal", name: "Nature", volume: "12", number: "3", pages: "1-10" }],
      }),
    code: address.describe("The address of its code."),
    project: address.describe("The address of its project page."),
    data: address.describe("The address of its data."),
  })
  .meta({ id: "paper" });
