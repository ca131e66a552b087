import type { AssignedTopic } from "../../schemas/paper.ts";
import type { Matcher } from "./compile-taxonomy.ts";
import type { TopicEvidence } from "./gather-evidence.ts";
import { gatherEvidence } from "./gather-evidence.ts";
import type { TopicalPaper } from "./topical-paper.ts";

export type { Matcher } from "./compile-taxonomy.ts";
export { compileTaxonomy } from "./compile-taxonomy.ts";
export type { TopicalPaper } from "./topical-paper.ts";

/** The minimum evidence for assigning a topic: one strong phrase in the abstract. */
const enough = 2.5;
/** The minimum evidence for the best topic of a paper that would otherwise have none. */
const leastOfAll = 1.9;
/** The same for a paper without an abstract, of which keywords or venue may be all that is known. */
const leastWithoutAbstract = 0.7;
const most = 5;
/** A topic with less than this share of the best topic's evidence is not assigned. */
const sideNote = 0.15;

/**
 * Gives a paper its one to five topics, best first, each with a score and with the phrases that are
 * evidence for it. A paper that matches no topic has none. The result does not depend on other
 * papers in the archive.
 */
export function assign(paper: TopicalPaper, matcher: Matcher): { topics: AssignedTopic[] } {
  const evidence = gatherEvidence(paper, matcher);
  const all = [...evidence].map(([topic, found]): Candidate => ({ topic, ...found }));
  const best = Math.max(0, ...all.map(({ sum }) => sum));
  let chosen = all.filter(({ sum }) => sum >= enough && sum >= best * sideNote);
  if (chosen.length === 0) {
    const least = paper.abstractText === "" ? leastWithoutAbstract : leastOfAll;
    chosen = ranked(all.filter(({ sum }) => sum >= least)).slice(0, 1);
  }
  const kept = ranked(withBroader(chosen, evidence, matcher)).slice(0, most);
  return {
    topics: kept.flatMap(({ topic, sum, phrases }) => {
      const id = matcher.topics[topic]?.id;
      return id === undefined ? [] : [{ id, score: score(sum), evidence: phrases }];
    }),
  };

  /**
   * Best first; of equals, the broader one, so that the limit never separates a topic from its
   * broader one.
   */
  function ranked(candidates: readonly Candidate[]): Candidate[] {
    const depth = ({ topic }: Candidate): number => matcher.broader[topic]?.length ?? 0;
    return [...candidates].sort(
      (a, b) => b.sum - a.sum || depth(a) - depth(b) || a.topic - b.topic,
    );
  }
}

interface Candidate extends TopicEvidence {
  topic: number;
}

/** Adds broader topics, each with at least the evidence of the narrower one. */
function withBroader(
  chosen: readonly Candidate[],
  evidence: ReadonlyMap<number, TopicEvidence>,
  matcher: Matcher,
): Candidate[] {
  const lifted = new Map(chosen.map((candidate) => [candidate.topic, candidate]));
  for (const { topic, sum, phrases } of chosen) {
    for (const broader of matcher.broader[topic] ?? []) {
      const own = lifted.get(broader) ?? evidence.get(broader);
      if (own !== undefined && own.sum >= sum) {
        lifted.set(broader, { ...own, topic: broader });
      } else lifted.set(broader, { topic: broader, sum, phrases: own?.phrases ?? phrases });
    }
  }
  return [...lifted.values()];
}

function score(sum: number): number {
  return Math.round((1 - Math.exp(-sum / 4)) * 100) / 100;
}
