import { type TopicFacts, topicFacts } from "../archive/topic-facts.ts";
import { archive } from "./archive.ts";
import { taxonomy } from "./settings.ts";

let made: Promise<Map<string, TopicFacts>> | undefined;

/** Facts about every topic, computed once for all pages. */
export function factsOfTopics(): Promise<Map<string, TopicFacts>> {
  made ??= archive().then((built) => topicFacts(built, taxonomy.topics));
  return made;
}
