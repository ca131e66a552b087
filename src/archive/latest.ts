import { z } from "zod/mini";
import { defined } from "../schemas/defined.ts";
import type { PaperEntry } from "../schemas/paper.ts";

const text = z.string();

/** The schema of the file of new papers: each with the day on which it was listed or published. */
export const latestFile = z.object({
  papers: z.array(
    z.object({
      id: text,
      title: text,
      published: z.optional(text),
      /** Former ids. */
      aliases: z.optional(z.array(text)),
      /** The day on which a source first listed it, or else the day of publication. */
      day: z.optional(text),
    }),
  ),
});
/** The file from which a returning visitor's browser learns what is new. */
export type LatestFile = z.infer<typeof latestFile>;
/** One paper of that file. */
export type LatestPaper = LatestFile["papers"][number];

/** Covers weeks of a busy archive and all of a small one. */
const atMost = 1000;

/** The papers that were listed or published last, newest first, with their topics. */
export function latestPapers(papers: readonly PaperEntry[]): LatestFile {
  const dayOf = ({ listed, published }: PaperEntry) => listed[0] ?? published ?? "";
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
          ...defined({ day: dayOf(paper) || undefined }),
          ...(paper.aliases.length === 0 ? {} : { aliases: paper.aliases }),
        };
      }),
  };
}
