import { join } from "node:path";
import { queriesIn } from "./evaluation-queries.ts";

/** Queries of one word, a few words, and a sentence. They have no word in common. */
export const benchQueries = [
  "exploration bonus",
  "offline reinforcement learning",
  "hallucination",
  '"language models" diversity',
  "recommender systems click prediction",
  "robots that navigate among pedestrians without disturbing them",
  "author:Sutton imitation",
  "L^2 approximation",
  "entropy of tokens in policy optimization",
  "privacy",
  "bandits with switching payoff year:2020..2024",
];

const sentences = 12;
const leastWords = 10;

/** Sentences that no paper has all words of: some of the open half of the evaluation's queries. */
export function benchSentences(): string[] {
  const file = join(import.meta.dirname, "../../tests/fixtures/search/styles.jsonl");
  return queriesIn(file, "gist")
    .filter(({ style, locked, query }) => {
      const isLong = query.split(/\s+/).length >= leastWords;
      return style === "lay paraphrase" && !locked && isLong;
    })
    .map(({ query }) => query)
    .slice(0, sentences);
}
