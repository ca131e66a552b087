import type { TopicId } from "../schemas/identifiers.ts";
import type { Changed } from "./apply-overlay.ts";

/** Answers which topics in use stand for others, and which are broader. */
export interface TopicLineage {
  /** The topic in use that an id leads to after all merges; undefined where there is none. */
  target: (id: TopicId) => TopicId | undefined;
  /** The broader topic in use that a topic names. */
  broaderOf: (id: TopicId) => TopicId | undefined;
  /** The nearest broader topic in use, past those that are switched off. */
  nearestBroader: (id: TopicId) => TopicId | undefined;
  /** Whether a topic would be part of itself. */
  isLoop: (id: TopicId) => boolean;
}

/** The lineage of topics after the owner's changes. Circles of merges or of broader topics end. */
export function topicLineage({ topics, off, merged }: Changed): TopicLineage {
  const target = (id: TopicId): TopicId | undefined => {
    let at = id;
    for (let steps = 0; steps <= merged.size; steps++) {
      const next = merged.get(at);
      if (next === undefined) return topics.has(at) && !off.has(at) ? at : undefined;
      at = next;
    }
    return undefined;
  };
  const broaderOf = (id: TopicId): TopicId | undefined => {
    const broader = topics.get(id)?.broader;
    return broader === undefined ? undefined : target(broader);
  };
  return {
    target,
    broaderOf,
    nearestBroader: (id) => {
      let above = topics.get(id)?.broader;
      for (let steps = 0; above !== undefined && steps < topics.size; steps++) {
        const used = target(above);
        if (used !== undefined) return used;
        above = topics.get(above)?.broader;
      }
      return undefined;
    },
    isLoop: (id) => {
      let at = broaderOf(id);
      for (let steps = 0; at !== undefined && at !== id && steps < topics.size; steps++) {
        at = broaderOf(at);
      }
      return at === id;
    },
  };
}
