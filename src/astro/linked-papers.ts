import { archive } from "./archive.ts";
import { lookup } from "./traced.ts";

/** Makes a function that finds a paper by its id or a former one. */
export const linkedPaper = lookup("paper", ["papers"], async () => {
  const { papers, byId } = await archive();
  return (id) =>
    byId.get(id) ?? papers.find(({ aliases }) => aliases.some((alias) => alias === id));
});

/** Makes a function that tells whether a topic has papers. */
export const topicHasPapers = lookup("whether a topic has papers", ["papers"], async () => {
  const topics = new Set((await archive()).topics.map(({ key }) => key));
  return (id) => topics.has(id);
});
