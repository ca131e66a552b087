import { mulberry32 } from "../bench/made-pages.ts";
import type { LabelledPaper } from "../topics/measure-topics.ts";

/** What made libraries are like. */
export interface LibraryPlan {
  /** How many libraries. */
  count: number;
  /** How many topics each has, drawn among those with enough papers. */
  topics: number;
  /** How many papers are saved of each topic. */
  papers: number;
  seed: number;
}

/** Draws libraries of saved papers, by id, from papers whose topics were labelled by reading them. */
export function madeLibraries(labelled: readonly LabelledPaper[], plan: LibraryPlan): string[][] {
  const random = mulberry32(plan.seed);
  const byTopic = new Map<string, string[]>();
  for (const { id, must } of labelled) {
    for (const topic of must) byTopic.set(topic, [...(byTopic.get(topic) ?? []), id]);
  }
  const enough = [...byTopic]
    .filter(([, ids]) => ids.length > plan.papers)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, ids]) => ids.toSorted());
  return Array.from({ length: plan.count }, () => {
    const drawn = draw(enough, plan.topics, random);
    return [...new Set(drawn.flatMap((ids) => draw(ids, plan.papers, random)))];
  });
}

/** Draws some of the values, each at most once. */
function draw<T>(values: readonly T[], count: number, random: () => number): T[] {
  const left = [...values];
  return Array.from({ length: Math.min(count, left.length) }, () =>
    left.splice(Math.floor(random() * left.length), 1),
  ).flat();
}
