import { stem } from "../../text/stem.ts";

/** The share of the field's papers that have a word, by the word's stem of `src/text/stem.ts`. */
export type FieldWords = ReadonlyMap<string, number>;

/** A larger archive knows by itself which words are rare. */
export const largestHelped = 5000;

/** As if so many papers of the field stood beside the archive's own; by `npm run search:evaluate`. */
const papersOfField = 200;
/** Words that the table lacks: it has those of more than a few papers in ten thousand. */
const shareOfOthers = 0.0005;

/**
 * How much a word tells (inverse document frequency). A small archive cannot know it: of sixty papers
 * one has "hands" and one "Shapley". There the field's papers are counted with the archive's own.
 */
export function rarity(
  own: number,
  total: number,
  form: string | undefined,
  field: FieldWords | undefined,
): number {
  if (field === undefined || form === undefined) {
    return Math.log(1 + (total - own + 0.5) / (own + 0.5));
  }
  const share = field.get(stem(form)) ?? shareOfOthers;
  const having = own + papersOfField * share + 0.5;
  return Math.log(1 + (total + papersOfField + 1 - having) / having);
}
