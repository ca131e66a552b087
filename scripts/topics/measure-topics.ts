import { z } from "zod";

/** A paper whose topics were labelled by reading it. */
export const labelledPaper = z.object({
  id: z.string(),
  /**
   * You may look at `tune` while you change phrases, but at `final` only at the end. `seed` has the
   * papers of the seed.
   */
  split: z.enum(["seed", "tune", "final"]),
  /** Topics that the paper must have. */
  must: z.array(z.string()),
  /** Topics that are right if they are assigned, and not missed if they are not. */
  may: z.array(z.string()),
  title: z.string(),
  abstract: z.string(),
  keywords: z.array(z.string()).optional(),
});
/** A paper with the topics that a reader gave it: those it must have, and those it may have. */
export type LabelledPaper = z.infer<typeof labelledPaper>;

interface Judged {
  paper: Pick<LabelledPaper, "must" | "may">;
  topics: readonly { id: string }[];
}

interface TopicFigures {
  id: string;
  right: number;
  wrong: number;
  missed: number;
}

/** How well assigned topics match labels, for all papers and for each topic. */
export interface Figures {
  assigned: number;
  /** The share of assigned topics that are among the paper's labels. */
  precision: number;
  /** The share of must-have topics that were assigned. */
  recall: number;
  unsorted: number;
  /** Most mistakes first. */
  byTopic: TopicFigures[];
}

/** Compares assigned topics with labels. */
export function measure(judged: readonly Judged[]): Figures {
  const figures = new Map<string, TopicFigures>();
  const of = (id: string): TopicFigures => {
    const known = figures.get(id) ?? { id, right: 0, wrong: 0, missed: 0 };
    figures.set(id, known);
    return known;
  };
  let assigned = 0;
  let right = 0;
  let musts = 0;
  let found = 0;
  for (const { paper, topics } of judged) {
    const given = new Set<string>(topics.map(({ id }) => id));
    const fitting = new Set([...paper.must, ...paper.may]);
    for (const id of given) {
      assigned++;
      if (fitting.has(id)) right++;
      of(id)[fitting.has(id) ? "right" : "wrong"]++;
    }
    for (const id of paper.must) {
      musts++;
      if (given.has(id)) found++;
      else of(id).missed++;
    }
  }
  return {
    assigned,
    precision: assigned === 0 ? 1 : right / assigned,
    recall: musts === 0 ? 1 : found / musts,
    unsorted: judged.filter(({ topics }) => topics.length === 0).length,
    byTopic: [...figures.values()].sort(
      (a, b) => b.wrong + b.missed - a.wrong - a.missed || a.id.localeCompare(b.id),
    ),
  };
}
