import { distance } from "fastest-levenshtein";
import type { Vocabulary } from "../index/vocabulary.ts";
import { stem } from "../text/stem.ts";
import type { SearchContext } from "./search-context.ts";

/**
 * The archive's word that was probably meant by a mistyped one; undefined for a word that exists in
 * English, which was probably meant itself. In nearly all typing errors, the word still starts with one
 * of the first two letters, so a part of the vocabulary is enough. With `firstLetter`, words with another
 * first letter are loaded too, if it is often mistaken for the typed one.
 */
export async function suggestCorrection(
  context: Pick<SearchContext, "vocabulary" | "isEnglish">,
  form: string,
  { firstLetter }: { firstLetter: boolean },
): Promise<string | undefined> {
  if (form.length < 4 || (await context.isEnglish(stem(form)))) return undefined;
  const near = closestWord(form, await context.vocabulary([...form].slice(0, 2)));
  if (near !== undefined || !firstLetter) return near;
  const others = mistakenLetters(form.slice(0, 1));
  return others.length === 0 ? undefined : closestWord(form, await context.vocabulary(others));
}

const keyboard = ["qwertyuiop", "asdfghjkl", "zxcvbnm"];
/** Letters that sound alike at the beginning of a word. */
const soundAlike = ["ckqsx", "sz", "fpv", "gj", "eiy", "ou", "ae", "dt", "bp"];

/** The letters that are beside a letter on a keyboard, or that sound like it. */
function mistakenLetters(letter: string): string[] {
  const row = keyboard.findIndex((keys) => keys.includes(letter));
  const place = keyboard[row]?.indexOf(letter) ?? 0;
  const beside = [-1, 0, 1].flatMap((step) =>
    row < 0 ? [] : [...(keyboard[row + step]?.slice(Math.max(0, place - 1), place + 2) ?? "")],
  );
  const alike = soundAlike.flatMap((letters) => (letters.includes(letter) ? [...letters] : []));
  return [...new Set([...beside, ...alike])].filter((other) => other !== letter);
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
