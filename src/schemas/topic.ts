import { z } from "zod";
import { topicId } from "./identifiers.ts";

/**
 * Words to look for, as written in a text: `large language model`, `RLHF`.
 *
 * - A word in lower case is found in any case and inflection (`sampling`, `samples`, `sampled`).
 * - A word with two capitals, or with a capital and a digit, is an abbreviation: it is found in that
 *   case only, also with a plural s (`LLM`, `LLMs`, `3D`, not `llm`).
 * - `=reasoning` is found in that very form only, in any case.
 * - `A B` is also found as `B of A`.
 * - `diversity ~ response` is found where the two are near each other in a sentence, in any order.
 */
const phraseText = z.string().trim().min(1).max(120);

/** A phrase with another weight than its list's default, or with a condition. */
const weightedPhrase = z.strictObject({
  /** The words to look for. */
  phrase: phraseText,
  /** The weight of one mention in the abstract. A topic needs 2 to be assigned. */
  weight: z.number().positive().max(10).optional(),
  /**
   * The phrase counts only in papers that have one of these topics for other reasons: "agent" means
   * AI agents in papers on language models, but not in papers on Markov decision processes.
   */
  with: z.array(topicId).min(1).optional(),
});
/** A phrase with a weight or conditions of its own. */
export type WeightedPhrase = z.infer<typeof weightedPhrase>;

const topicPhrase = z.union([phraseText, weightedPhrase]);
/** A phrase as the files of the taxonomy write it: text, or with a weight. */
export type TopicPhrase = z.infer<typeof topicPhrase>;

/** A source's own category, with its weight as evidence (1 if no weight is given). */
const topicCategory = z.union([
  z.string().min(1),
  z.strictObject({ category: z.string().min(1), weight: z.number().positive().max(10) }),
]);
/** An arXiv category that is evidence for a topic. */
export type TopicCategory = z.infer<typeof topicCategory>;

const topicLists = {
  /** Phrases that are sufficient: one mention in the abstract assigns the topic. Weight 2. */
  strong: z.array(topicPhrase).default([]),
  /**
   * Phrases that are evidence for the topic: two of them, or one in the title, assign it. Weight 1.
   */
  phrases: z.array(topicPhrase).default([]),
  /** Phrases that only support others. Weight 0.3. */
  weak: z.array(topicPhrase).default([]),
  /** Misleading contexts: words inside one of these say nothing about the topic. */
  not: z.array(phraseText).default([]),
  /** Categories of a source, such as arXiv's `cs.RO`. `q-bio.*` means the whole group. */
  categories: z.array(topicCategory).default([]),
  /**
   * Keywords and collections of references: a paper that has one of them has the topic. Case and
   * accents make no difference, and a collection counts for those inside of it.
   */
  keywords: z.array(z.string().trim().min(1)).default([]),
};

/** A topic as a taxonomy file writes it. */
const taxonomyTopic = z.strictObject({
  /** Part of the topic's address, so it never changes. */
  id: topicId,
  /** What readers see. */
  name: z.string().trim().min(1),
  /** One sentence that introduces the topic to readers. */
  description: z.string().trim().min(1),
  /** The topic that this one is part of: a paper of this topic is also a paper of that one. */
  broader: topicId.optional(),
  ...topicLists,
});
/** A topic as a shipped file of the taxonomy writes it. */
export type TaxonomyTopic = z.infer<typeof taxonomyTopic>;

/** One file of `src/topics/taxonomy/`: a family of topics that are shown together. */
export const taxonomyFamily = z.strictObject({
  /** The family's id, for colours and anchors. */
  id: topicId,
  /** The heading over the family's topics. */
  name: z.string().trim().min(1),
  /** The family's place among the others; those without one come last. */
  order: z.number().default(1000),
  /** The family's topics, in the order of display. */
  topics: z.array(taxonomyTopic).min(1),
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

/** What an owner says about one topic: a new one, or changes to a shipped one of the same id. */
const overlayTopic = z.strictObject({
  id: topicId,
  /** The new name, or the name of the new topic. */
  name: z.string().trim().min(1).optional(),
  description: z.string().trim().min(1).optional(),
  /** The broader topic's id; `none` removes a shipped one. */
  broader: z.union([z.literal("none"), topicId]).optional(),
  /** The family to be listed in; a new topic without one is listed under "More". */
  family: topicId.optional(),
  /** Added to the shipped phrases, or instead of them where `replace` is true. */
  strong: z.array(topicPhrase).optional(),
  phrases: z.array(topicPhrase).optional(),
  weak: z.array(topicPhrase).optional(),
  not: z.array(phraseText).optional(),
  categories: z.array(topicCategory).optional(),
  keywords: z.array(z.string().trim().min(1)).optional(),
  /** Ignore the shipped phrases and use only those given here. */
  replace: z.boolean().default(false),
  /** Give this topic's papers to another topic; the old address redirects there. */
  merge: topicId.optional(),
  /** Switch the topic off. */
  off: z.boolean().default(false),
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
  /** Families of the owner's own, or new names for shipped ones. */
  families: z.array(z.strictObject({ id: topicId, name: z.string().trim().min(1) })).default([]),
  /** Topics added, changed, merged or switched off. */
  topics: z.array(overlayTopic).default([]),
});
/** The owner's content/topics.yaml. */
export type TopicsOverlay = z.infer<typeof topicsOverlay>;

/** A topic ready for use: defaults and overlay merged, every phrase with its weight. */
export const topic = z.strictObject({
  id: topicId,
  name: z.string(),
  description: z.string(),
  /** The id of the family that the topic is listed in. */
  family: topicId,
  broader: topicId.optional(),
  /** Words to look for, each with its weight. */
  phrases: z.array(weightedPhrase.extend({ weight: z.number().positive() })),
  /** Misleading contexts. */
  not: z.array(phraseText),
  /** Categories of sources, each with its weight. */
  categories: z.array(z.strictObject({ category: z.string(), weight: z.number().positive() })),
  /** Keywords and collections that are enough. */
  keywords: z.array(z.string()).optional(),
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
