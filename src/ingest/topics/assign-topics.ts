import type { AssignedTopic } from "../../schemas/paper.ts";
import type { Matcher } from "./compile-taxonomy.ts";
import type { TopicEvidence } from "./gather-evidence.ts";
import { gatherEvidence } from "./gather-evidence.ts";

export type { Matcher } from "./compile-taxonomy.ts";
export { compileTaxonomy } from "./compile-taxonomy.ts";

/** What the stage needs to know of a paper. */
export interface TopicalPaper {
  titleText: string;
  abstractText: string;
  /** The source's own keywords. */
  keywords?: readonly string[] | undefined;
  /** The source's own categories, such as arXiv's `cs.CL`. */
  categories?: readonly string[] | undefined;
}

/** The sum of evidence from which on a topic is assigned: one strong phrase in the abstract. */
const enough = 2;
/** What a paper without any topic of that strength may be given its best topic for. */
const leastOfAll = 1;
const most = 5;
/** A topic with less than this share of the best topic's evidence is a side note. */
const sideNote = 0.2;

/**
 * Gives a paper its one to five topics, best first, each with a score and with the phrases that
 * speak for it. A paper that nothing fits has none. The same paper gets the same topics, in the same
 * order, whatever else is in the archive.
 */
export function assign(paper: TopicalPaper, matcher: Matcher): { topics: AssignedTopic[] } {
  const evidence = gatherEvidence(paper, matcher);
  const ranked = [...evidence.entries()]
    .map(([topic, found]) => ({ topic, ...found }))
    .sort((a, b) => b.sum - a.sum || a.topic - b.topic);
  const best = ranked[0]?.sum ?? 0;
  let chosen = ranked.filter(({ sum }) => sum >= enough && sum >= best * sideNote);
  if (chosen.length === 0) chosen = ranked.filter(({ sum }) => sum >= leastOfAll).slice(0, 1);
  const kept = withBroader(chosen.slice(0, most), matcher).slice(0, most);
  return {
    topics: kept.flatMap(({ topic, sum, phrases }) => {
      const id = matcher.topics[topic]?.id;
      return id === undefined ? [] : [{ id, score: score(sum), evidence: phrases }];
    }),
  };
}

interface Candidate extends TopicEvidence {
  topic: number;
}

/** Puts the broader topic of each topic in, right after it, where it is not there by itself. */
function withBroader(chosen: readonly Candidate[], matcher: Matcher): Candidate[] {
  const present = new Set(chosen.map(({ topic }) => topic));
  return chosen.flatMap((candidate) => {
    const entailed = (matcher.broader[candidate.topic] ?? []).filter(
      (topic) => !present.has(topic),
    );
    for (const topic of entailed) present.add(topic);
    return [candidate, ...entailed.map((topic) => ({ ...candidate, topic }))];
  });
}

function score(sum: number): number {
  return Math.round((1 - Math.exp(-sum / 4)) * 100) / 100;
}
