import type { TopicId } from "../schemas/identifiers.ts";
import { topicId } from "../schemas/identifiers.ts";
import type { Message, Staged } from "../schemas/message.ts";
import { renamedTopic, report } from "../schemas/rules.ts";
import type { OverlayTopic, TopicPhrase, TopicsOverlay } from "../schemas/topic.ts";
import type { PlaceOf } from "./apply-overlay.ts";

/** Present ids of shipped topics by former ones. */
export type RenamedTopics = Readonly<Record<string, string>>;

/**
 * The shipped topics that were renamed. A line stays here for ever: addresses, notes and settings may have the
 * former id.
 */
export const renamedTopics: RenamedTopics = {};

/** The owner's changes with the present ids of topics. Each former id is reported. */
export function withPresentIds(
  overlay: TopicsOverlay,
  placeOf: PlaceOf,
  renamed: RenamedTopics,
): Staged<TopicsOverlay> {
  const messages: Message[] = [];
  const topics = overlay.topics?.map((topic) => {
    const present = (id: TopicId): TopicId => {
      const name = renamed[id];
      if (name === undefined) return id;
      messages.push(report(renamedTopic, { id, name }, placeOf(topic.id)));
      return topicId.parse(name);
    };
    return presentTopic(topic, present);
  });
  return { value: { ...overlay, ...(topics ? { topics } : {}) }, messages };
}

function presentTopic(topic: OverlayTopic, present: (id: TopicId) => TopicId): OverlayTopic {
  const { broader, merge } = topic;
  const withPresent = (phrase: TopicPhrase): TopicPhrase =>
    typeof phrase === "string" || phrase.with === undefined
      ? phrase
      : { ...phrase, with: phrase.with.map(present) };
  return {
    ...topic,
    id: present(topic.id),
    ...(broader === undefined || broader === "none" ? {} : { broader: present(broader) }),
    ...(merge === undefined ? {} : { merge: present(merge) }),
    ...(topic.strong ? { strong: topic.strong.map(withPresent) } : {}),
    ...(topic.phrases ? { phrases: topic.phrases.map(withPresent) } : {}),
    ...(topic.weak ? { weak: topic.weak.map(withPresent) } : {}),
  };
}
