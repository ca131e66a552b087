import { z } from "zod";

const name = z.string().trim().min(1);

/** What others call a term. */
const otherNames = z.array(name).min(1);

/**
 * A file of the shipped lexicon, `src/search/lexicon/*.yaml`: a term as papers write it, with its other
 * spellings after a bar, and what others call it.
 *
 * @example
 * reinforcement learning | RL: [trial and error, learning from rewards]
 */
export const lexiconFile = z.record(name, otherNames);
/** Terms with what others call them. */
export type LexiconFile = z.infer<typeof lexiconFile>;

/**
 * `content/lexicon.yaml`: the owner's words, in addition to the shipped ones.
 *
 * @example
 * terms:
 *   varroa mite | Varroa destructor: [bee parasite, bee killer]
 * off:
 *   - web of links                # leads nowhere in this archive
 */
export const ownLexicon = z.strictObject({
  terms: lexiconFile
    .default({})
    .describe(
      "Terms as papers write them, other spellings after a bar, with what others call them.",
    ),
  off: z.array(name).default([]).describe("Names that lead to no term."),
});
/** The owner's content/lexicon.yaml. */
export type OwnLexicon = z.infer<typeof ownLexicon>;
