import { type TopicFacts, topicFacts } from "../archive/topic-facts.ts";
import { archive } from "./archive.ts";
import { taxonomy } from "./settings.ts";
import { lookup, whole } from "./traced.ts";

/** Facts about every topic, computed once for all pages. */
export const factsOfTopics = whole(
  "facts of topics",
  ["papers"],
  async (): Promise<Map<string, TopicFacts>> => topicFacts(await archive(), taxonomy.topics),
  (facts) => facts,
);

/** Makes a function that returns the facts about one topic. */
export const factsOfTopic = lookup("facts of a topic", ["papers"], async () => {
  const facts = await factsOfTopics();
  return (topic) => facts.get(topic);
});
