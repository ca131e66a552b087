import { distance } from "fastest-levenshtein";
import type { Vocabulary } from "../index/vocabulary.ts";
import { stem } from "../text/stem.ts";
import type { SearchContext } from "./search-context.ts";

/**
 * The archive's word that was probably meant by a mistyped one; undefined for a word that exists in
 * English, which was probably meant itself. In nearly all typing errors, the
 * word still starts with one of the first two letters, so a part of the vocabulary is enough. All
 * of it is loaded only with `wholeVocabulary`.
 */
export async function suggestCorrection(
  context: Pick<SearchContext, "vocabulary" | "isEnglish">,
  form: string,
  { wholeVocabulary }: { wholeVocabulary: boolean },
): Promise<string | undefined> {
  if (form.length < 4 || (await context.isEnglish(stem(form)))) return undefined;
  const near = closestWord(form, await context.vocabulary([...form].slice(0, 2)));
  return near ?? (wholeVocabulary ? closestWord(form, await context.vocabulary()) : undefined);
}

function closestWord(word: string, vocabulary: Vocabulary): string | undefined {
  const maxEdits = word.length < 8 ? 1 : 2;
  let best: { form: string; score: number } | undefined;
  for (const [form, papers] of vocabulary) {
    if (Math.abs(form.length - word.length) > maxEdits + maxSuffix) continue;
    const edits = isTransposition(word, form) ? 1 : editsBetween(word, form);
    if (edits > maxEdits) continue;
    // Few people mistype the first letter, and frequent words are more likely to be meant.
    const score = Math.log(1 + papers) - 4 * edits - (form[0] === word[0] ? 0 : 2);
    if (!best || score > best.score) best = { form, score };
  }
  return best?.form;
}

/** Letters of a suffix that are not counted as edits: "lerning" is one edit from "learn". */
const maxSuffix = 3;

/** The edit distance of two words, or of their stems where that is smaller: a plural is no edit. */
function editsBetween(word: string, form: string): number {
  const direct = distance(word, form);
  if (direct < 2 || word[0] !== form[0] || direct > 2 + maxSuffix) return direct;
  return Math.min(direct, Math.max(1, distance(stem(word), stem(form))));
}

/** Whether two words differ by two neighbouring letters that changed places. */
function isTransposition(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  return (
    at >= 0 &&
    one[at] === other[at + 1] &&
    one[at + 1] === other[at] &&
    one.slice(at + 2) === other.slice(at + 2)
  );
}
