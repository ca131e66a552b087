import { normalise } from "../text/normalise.ts";
import { correction } from "./correct.ts";
import { type Matched, matchUnit } from "./postings.ts";
import type { Unit } from "./query-terms.ts";
import { related } from "./related-words.ts";
import type { SearchSite } from "./site.ts";

/** Finds the papers of each unit; a compound that nobody writes as one is taken as its words. */
export async function matchAll(site: SearchSite, units: readonly Unit[]): Promise<Matched[]> {
  const matched = await Promise.all(
    units.map(async (unit) => {
      const whole = await matchUnit(unit, site);
      if (whole.papers.size > 0 || !unit.parts || unit.parts.length === 0) return [whole];
      return Promise.all(unit.parts.map((part) => matchUnit(part, site)));
    }),
  );
  return matched.flat();
}

/** Replaces words that no paper has by those that were likely meant, and says so. */
export async function corrected(
  site: SearchSite,
  matched: Matched[],
  answer: { corrections: { from: string; to: string }[]; unknown: string[] },
  /** Whether the query is a sentence, which is answered without a word or two. */
  sentence: boolean,
): Promise<Matched[]> {
  const result: Matched[] = [];
  for (const one of matched) {
    const { form, text } = one.unit;
    if (one.papers.size > 0) {
      result.push(one);
      continue;
    }
    // A word with a known meaning is no slip: its relatives will be searched.
    const meant = one.unit.keys.some(({ key }) => related(key).length > 0);
    const to =
      form === undefined || meant ? undefined : await correction(site, form, { wholly: !sentence });
    const [key] = to === undefined ? [] : normalise(to).words;
    const better =
      key &&
      (await matchAll(site, [
        { text: key.form, form: key.form, keys: [{ key: key.key, worth: 1 }], corrected: true },
      ]));
    if (to !== undefined && better?.some(({ papers }) => papers.size > 0)) {
      answer.corrections.push({ from: text, to });
      result.push(...better);
    } else {
      if (!answer.unknown.includes(text)) answer.unknown.push(text);
      result.push(one);
    }
  }
  return result;
}
