import type { TaxonomyFamily, TaxonomyTranslation } from "../schemas/topic.ts";

/**
 * The shipped families with the names and descriptions of a translation. What it leaves out stays as
 * it is, and so do ids, phrases and the order.
 */
export function translateTaxonomy(
  families: readonly TaxonomyFamily[],
  translation: TaxonomyTranslation,
): TaxonomyFamily[] {
  const familyOf = new Map(translation.families.map((family) => [family.id, family]));
  const topicOf = new Map(translation.topics.map((topic) => [topic.id, topic]));
  return families.map((family) => ({
    ...family,
    ...familyOf.get(family.id),
    topics: family.topics.map((topic) => ({ ...topic, ...topicOf.get(topic.id) })),
  }));
}
