import { distance } from "fastest-levenshtein";
import type { Vocabulary } from "../index/vocabulary.ts";
import { stem } from "../text/stem.ts";
import type { SearchSite } from "./site.ts";

/**
 * What a word was meant to be. Nearly all slips leave one of the first two letters at the beginning,
 * so that a part of the vocabulary is enough; the whole is loaded only where much depends on the word.
 */
export async function correction(
  site: Pick<SearchSite, "vocabulary">,
  form: string,
  { wholly }: { wholly: boolean },
): Promise<string | undefined> {
  const near = correct(form, await site.vocabulary([...form].slice(0, 2)));
  return near ?? (wholly ? correct(form, await site.vocabulary()) : undefined);
}

/** The archive's word that a mistyped one most likely stands for. */
function correct(word: string, vocabulary: Vocabulary): string | undefined {
  if (word.length < 4) return undefined;
  const most = word.length < 8 ? 1 : 2;
  let best: { form: string; worth: number } | undefined;
  for (const [form, papers] of vocabulary) {
    if (Math.abs(form.length - word.length) > most + longestEnding) continue;
    const steps = swapped(word, form) ? 1 : stepsBetween(word, form);
    if (steps > most) continue;
    // Few people mistype the first letter; frequent words are likelier to be meant.
    const worth = Math.log(1 + papers) - 4 * steps - (form[0] === word[0] ? 0 : 2);
    if (!best || worth > best.worth) best = { form, worth };
  }
  return best?.form;
}

const longestEnding = 3;

/** Slips between two words; a plural is no slip. */
function stepsBetween(word: string, form: string): number {
  const direct = distance(word, form);
  if (direct < 2 || word[0] !== form[0] || direct > 2 + longestEnding) return direct;
  return Math.min(direct, Math.max(1, distance(stem(word), stem(form))));
}

/** Two neighbouring letters changed places, which is one slip of the fingers. */
function swapped(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  const at = [...one].findIndex((letter, index) => letter !== other[index]);
  return (
    at >= 0 &&
    one[at] === other[at + 1] &&
    one[at + 1] === other[at] &&
    one.slice(at + 2) === other.slice(at + 2)
  );
}
