import { type TopicFacts, topicFacts } from "../archive/topic-facts.ts";
import { archive } from "./archive.ts";
import { madeOnce } from "./made-once.ts";
import { taxonomy } from "./settings.ts";
import { lookup } from "./traced.ts";

/** Facts about every topic, computed once for all pages. */
export const factsOfTopics = madeOnce(
  ["papers"],
  async (): Promise<Map<string, TopicFacts>> => topicFacts(await archive(), taxonomy.topics),
);

/** Makes a function that returns the facts about one topic. */
export const factsOfTopic = lookup("facts of a topic", ["papers"], async () => {
  const facts = await factsOfTopics();
  return (topic) => facts.get(topic);
});
