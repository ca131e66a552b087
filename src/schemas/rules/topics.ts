import type { Rule } from "./rule.ts";

/** The names or ids of one list that are most similar to a wrong one; the hint starts with it. */
interface Similar {
  similar?: string | undefined;
}

const didYouMean = ({ similar }: Similar) =>
  similar === undefined ? "" : `Did you mean "${similar}"? `;
const seeIds = (params: Similar) =>
  `${didYouMean(params)}The ids of all topics are in src/topics/taxonomy/.`;

/** A shipped topic is defined in two families. */
export const topicInTwoFamilies: Rule<{ id: string; first: string; second: string }> = {
  name: "topic-in-two-families",
  severity: "error",
  message: ({ id, first, second }) =>
    `The topic "${id}" is in two families, "${first}" and "${second}". The first one is used.`,
  hint: () => "This is a bug in Offprint. Please report it.",
  example: { id: "bandits", first: "learning", second: "theory" },
};

/** `content/topics.yaml` lists a topic twice. */
export const duplicateTopic: Rule<{ id: string }> = {
  name: "duplicate-topic",
  severity: "error",
  message: ({ id }) => `The topic "${id}" is listed twice. Only the first item is used.`,
  hint: () => "Combine the two items into one.",
  example: { id: "bandits" },
};

/** A topic cannot have an id that is the address of another page. */
export const reservedTopic: Rule<{ id: string }> = {
  name: "reserved-topic",
  severity: "error",
  message: ({ id }) =>
    `A topic cannot have the id "${id}", which is the page of papers without a topic. It was skipped.`,
  hint: () => "Choose another id. The name of the topic can stay.",
  example: { id: "unsorted" },
};

/** `content/topics.yaml` switches off or merges a topic that does not exist. */
export const unknownTopic: Rule<Similar & { id: string; change: "switch off" | "merge" }> = {
  name: "unknown-topic",
  severity: "warning",
  message: ({ id, change }) => `There is no topic "${id}" to ${change}.`,
  hint: seeIds,
  example: { id: "bandit", change: "switch off", similar: "bandits" },
};

/** `content/topics.yaml` uses the former id of a topic that was renamed. */
export const renamedTopic: Rule<{ id: string; name: string }> = {
  name: "renamed-topic",
  severity: "warning",
  message: ({ id, name }) =>
    `The topic "${id}" has the id "${name}" now. It is found by its former id, too.`,
  hint: ({ id, name }) => `Write "${name}" in place of "${id}".`,
  example: { id: "bandit-problems", name: "bandits" },
};

/** A new topic has no name, or no phrases by which papers could be found. */
export const incompleteTopic: Rule<Similar & { id: string }> = {
  name: "incomplete-topic",
  severity: "error",
  message: ({ id }) => `The new topic "${id}" needs a name and phrases. It was skipped.`,
  hint: (params) =>
    `${didYouMean(params)}To change an existing topic, use its id. To add a topic, give it a name and phrases.`,
  example: { id: "bandit", similar: "bandits" },
};

/** A topic is in a family that does not exist. */
export const unknownFamily: Rule<
  Similar & { id: string; family: string; families: readonly string[] }
> = {
  name: "unknown-family",
  severity: "warning",
  message: ({ id, family }) => `The family "${family}" of the topic "${id}" does not exist.`,
  hint: ({ families, ...params }) =>
    `${didYouMean(params)}Use one of ${families.join(", ")}, or add it under "families".`,
  example: { id: "bandits", family: "lerning", families: ["learning"], similar: "learning" },
};

/** A family in `content/topics.yaml` has no topics. */
export const emptyFamily: Rule<Similar & { family: string }> = {
  name: "empty-family",
  severity: "warning",
  message: ({ family }) => `The family "${family}" has no topics, so it is not shown.`,
  hint: (params) => `${didYouMean(params)}Set it as the \`family\` of a topic.`,
  example: { family: "games" },
};

/** A phrase counts only with another topic (`with`), and that topic does not exist. */
export const unknownCondition: Rule<Similar & { id: string; other: string }> = {
  name: "unknown-condition",
  severity: "warning",
  message: ({ id, other }) =>
    `A phrase of "${id}" counts only with the topic "${other}", which does not exist.`,
  hint: seeIds,
  example: { id: "pruning", other: "bandit", similar: "bandits" },
};

/** A topic is merged into one that does not exist, is switched off, or is merged into the first. */
export const invalidMerge: Rule<Similar & { from: string; into: string }> = {
  name: "invalid-merge",
  severity: "error",
  message: ({ from, into }) =>
    `"${from}" cannot be merged into "${into}", which is not a topic in use.`,
  hint: (params) =>
    `${didYouMean(params)}Name a topic that exists and is neither switched off nor merged into this one.`,
  example: { from: "bandits", into: "learning", similar: "deep-learning" },
};

/** The broader topic of a topic does not exist. */
export const unknownBroader: Rule<Similar & { id: string; broader: string }> = {
  name: "unknown-broader",
  severity: "warning",
  message: ({ id, broader }) => `The broader topic "${broader}" of "${id}" does not exist.`,
  hint: seeIds,
  example: { id: "bandits", broader: "learnin", similar: "learning" },
};

/** A topic is broader than itself, directly or through other topics. */
export const circularTopic: Rule<{ id: string; broader: string }> = {
  name: "circular-topic",
  severity: "warning",
  message: ({ id, broader }) =>
    `The topic "${id}" would be part of itself, through "${broader}". Its broader topic was ignored.`,
  hint: () => "Remove one of the `broader` settings.",
  example: { id: "bandits", broader: "learning" },
};
