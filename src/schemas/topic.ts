import { z } from "zod";
import { topicId } from "./identifiers.ts";

const phraseText = z
  .string()
  .trim()
  .min(1)
  .max(120)
  .describe(
    [
      "Words to look for, as written in a text: `large language model`, `RLHF`.",
      "",
      "- A word in lower case is found in any case and inflection (`sampling`, `samples`, `sampled`).",
      "- A word with two capitals, or with a capital and a digit, is an abbreviation: it is found in that case only, also with a plural s (`LLM`, `LLMs`, `3D`, not `llm`).",
      "- `=reasoning` is found in that very form only, in any case.",
      "- `A B` is also found as `B of A`.",
      "- `diversity ~ response` is found where the two are near each other in a sentence, in any order.",
    ].join("\n"),
  );

/** A phrase with another weight than its list's default, or with a condition. */
const weightedPhrase = z.strictObject({
  phrase: phraseText.describe("The words to look for."),
  weight: z
    .number()
    .positive()
    .max(10)
    .optional()
    .describe("The weight of one mention in the abstract. A topic needs 2 to be assigned."),
  with: z
    .array(topicId)
    .min(1)
    .optional()
    .describe(
      'The phrase counts only in papers that have one of these topics for other reasons: "agent" means AI agents in papers on language models, but not in papers on Markov decision processes.',
    ),
});
/** A phrase with a weight or conditions of its own. */
export type WeightedPhrase = z.infer<typeof weightedPhrase>;

const topicPhrase = z.union([phraseText, weightedPhrase]);
/** A phrase as the files of the taxonomy write it: text, or with a weight. */
export type TopicPhrase = z.infer<typeof topicPhrase>;

/** A source's own category, with its weight as evidence (1 if no weight is given). */
const topicCategory = z.union([
  z.string().min(1),
  z.strictObject({
    category: z.string().min(1).describe("The category."),
    weight: z.number().positive().max(10).describe("Its weight; a topic needs 2 to be assigned."),
  }),
]);
/** An arXiv category that is evidence for a topic. */
export type TopicCategory = z.infer<typeof topicCategory>;

const topicLists = {
  strong: z
    .array(topicPhrase)
    .default([])
    .describe(
      "Phrases that are sufficient: one mention in the abstract assigns the topic. Weight 2.",
    ),
  phrases: z
    .array(topicPhrase)
    .default([])
    .describe(
      "Phrases that are evidence for the topic: two of them, or one in the title, assign it. Weight 1.",
    ),
  weak: z.array(topicPhrase).default([]).describe("Phrases that only support others. Weight 0.3."),
  not: z
    .array(phraseText)
    .default([])
    .describe("Misleading contexts: words inside one of these say nothing about the topic."),
  categories: z
    .array(topicCategory)
    .default([])
    .describe("Categories of a source, such as arXiv's `cs.RO`. `q-bio.*` means the whole group."),
  keywords: z
    .array(z.string().trim().min(1))
    .default([])
    .describe(
      "Keywords and collections of references: a paper that has one of them has the topic. Case and accents make no difference, and a collection counts for those inside of it.",
    ),
};

/** A topic as a taxonomy file writes it. */
const taxonomyTopic = z.strictObject({
  id: topicId.describe("Part of the topic's address, so it never changes."),
  name: z.string().trim().min(1).describe("What readers see."),
  description: z
    .string()
    .trim()
    .min(1)
    .describe("One sentence that introduces the topic to readers."),
  broader: topicId
    .optional()
    .describe(
      "The topic that this one is part of: a paper of this topic is also a paper of that one.",
    ),
  ...topicLists,
});
/** A topic as a shipped file of the taxonomy writes it. */
export type TaxonomyTopic = z.infer<typeof taxonomyTopic>;

/** One file of `src/topics/taxonomy/`: a family of topics that are shown together. */
export const taxonomyFamily = z.strictObject({
  id: topicId.describe("The family's id, for colours and anchors."),
  name: z.string().trim().min(1).describe("The heading over the family's topics."),
  order: z
    .number()
    .default(1000)
    .describe("The family's place among the others; those without one come last."),
  topics: z.array(taxonomyTopic).min(1).describe("The family's topics, in the order of display."),
});
/** A shipped file of the taxonomy: a family with its topics. */
export type TaxonomyFamily = z.infer<typeof taxonomyFamily>;

/**
 * One file of `src/topics/taxonomy/translations/`: the names and descriptions of the shipped
 * topics, by id.
 */
export const taxonomyTranslation = z.strictObject({
  families: z.array(taxonomyFamily.pick({ id: true, name: true })),
  topics: z.array(taxonomyTopic.pick({ id: true, name: true, description: true })),
});
/** The names and descriptions of the shipped families and topics in another language. */
export type TaxonomyTranslation = z.infer<typeof taxonomyTranslation>;

/** A list that may be absent, for the owner's topics, described as the shipped topics' is. */
function withoutDefault<T extends z.ZodType>(list: z.ZodDefault<T>) {
  return list
    .unwrap()
    .optional()
    .meta({ ...list.meta() });
}

/** What an owner says about one topic: a new one, or changes to a shipped one of the same id. */
const overlayTopic = z.strictObject({
  id: topicId.describe("Part of the topic's address: that of a topic of Offprint, or a new one."),
  name: z.string().trim().min(1).optional().describe("The new name, or the name of the new topic."),
  description: z
    .string()
    .trim()
    .min(1)
    .optional()
    .describe("One sentence that introduces the topic to readers."),
  broader: z
    .union([z.literal("none"), topicId])
    .optional()
    .describe("The broader topic's id; `none` removes a shipped one."),
  family: topicId
    .optional()
    .describe('The family to be listed in; a new topic without one is listed under "More".'),
  // Added to the shipped lists, or instead of them where `replace` is true.
  strong: withoutDefault(topicLists.strong),
  phrases: withoutDefault(topicLists.phrases),
  weak: withoutDefault(topicLists.weak),
  not: withoutDefault(topicLists.not),
  categories: withoutDefault(topicLists.categories),
  keywords: withoutDefault(topicLists.keywords),
  replace: z
    .boolean()
    .default(false)
    .describe(
      "Use only the phrases, categories and keywords given here, without the shipped ones.",
    ),
  merge: topicId
    .optional()
    .describe("Give this topic's papers to another topic; the old address redirects there."),
  off: z.boolean().default(false).describe("Switch the topic off."),
});
/** One item of the owner's topics: a new topic, or a change of a shipped one. */
export type OverlayTopic = z.infer<typeof overlayTopic>;

/**
 * `content/topics.yaml`: the owner's topics, merged by id over the shipped ones.
 *
 * @example
 * topics:
 *   - id: beekeeping              # a new topic
 *     name: Beekeeping
 *     description: Bees, and what machines make of them.
 *     strong: [honeybee, apiary]
 *     not: [spelling bee]
 *     keywords: [bees]            # a keyword or a collection of your references
 *   - id: robotics                # a shipped one gets another name and a phrase
 *     name: Robots
 *     phrases: [{ phrase: exoskeleton, weight: 1.5 }]
 *   - { id: bandits, merge: reinforcement-learning }
 *   - { id: tabular, off: true }
 */
export const topicsOverlay = z.strictObject({
  families: z
    .array(
      z.strictObject({
        id: topicId.describe("The family's id: that of a shipped one, or a new one."),
        name: z.string().trim().min(1).describe("The heading over the family's topics."),
      }),
    )
    .default([])
    .describe("Families of your own, or new names for shipped ones."),
  topics: z
    .array(overlayTopic)
    .default([])
    .describe("Topics added, changed, merged or switched off."),
});
/** The owner's content/topics.yaml. */
export type TopicsOverlay = z.infer<typeof topicsOverlay>;

/** A topic ready for use: defaults and overlay merged, every phrase with its weight. */
export const topic = z.strictObject({
  id: topicId,
  name: z.string(),
  description: z.string(),
  family: topicId.describe("The id of the family that the topic is listed in."),
  broader: topicId.optional(),
  phrases: z
    .array(weightedPhrase.extend({ weight: z.number().positive() }))
    .describe("Words to look for, each with its weight."),
  not: z.array(phraseText).describe("Misleading contexts."),
  categories: z
    .array(z.strictObject({ category: z.string(), weight: z.number().positive() }))
    .describe("Categories of sources, each with its weight."),
  keywords: z.array(z.string()).optional().describe("Keywords and collections that are enough."),
});
/** A topic ready for use, every phrase with its weight. */
export type Topic = z.infer<typeof topic>;
/** A phrase of a topic, with its weight. */
export type TopicPhraseEntry = Topic["phrases"][number];

/** A family's id and name, without its topics. */
export interface TopicFamily {
  id: Topic["family"];
  name: string;
}
