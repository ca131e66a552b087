import { z } from "zod/mini";
import { defined } from "../schemas/defined.ts";
import type { PaperEntry } from "../schemas/paper.ts";

const text = z.string();

/** The papers that came to the archive last, with the day that speaks for their coming. */
export const latestFile = z.object({
  papers: z.array(
    z.object({
      id: text,
      title: text,
      published: z.optional(text),
      /** Former ids. */
      aliases: z.optional(z.array(text)),
      /** The last day on which a source listed it, else its publication. */
      day: z.optional(text),
    }),
  ),
});
export type LatestFile = z.infer<typeof latestFile>;
export type LatestPaper = LatestFile["papers"][number];

/** Enough for weeks of a busy archive, and for all of a small one. */
const atMost = 1000;

export function latestPapers(papers: readonly PaperEntry[]): LatestFile {
  const dayOf = ({ listed, published }: PaperEntry) => listed.at(-1) ?? published ?? "";
  return {
    papers: papers
      .toSorted((a, b) => (dayOf(a) < dayOf(b) ? 1 : dayOf(a) > dayOf(b) ? -1 : 0))
      .slice(0, atMost)
      .map((paper) => {
        const published = paper.published ?? paper.publishedIn;
        return {
          id: paper.id,
          title: paper.titleText,
          ...defined({ published }),
          ...(dayOf(paper) === "" ? {} : { day: dayOf(paper) }),
          ...(paper.aliases.length === 0 ? {} : { aliases: paper.aliases }),
        };
      }),
  };
}
