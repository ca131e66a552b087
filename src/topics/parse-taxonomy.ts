import { parseShippedYaml } from "../schemas/parse-shipped-yaml.ts";
import { type Parsed, parseYaml } from "../schemas/parse-yaml.ts";
import {
  type TaxonomyFamily,
  type TaxonomyTranslation,
  type TopicsOverlay,
  taxonomyFamily,
  taxonomyTranslation,
  topicsOverlay,
} from "../schemas/topic.ts";

/** Reads one file of the shipped taxonomy. */
export function parseFamily(text: string, file: string): Parsed<TaxonomyFamily> {
  return parseShippedYaml(file, text, taxonomyFamily);
}

/** Reads a translation of the shipped taxonomy. */
export function parseTranslation(text: string, file: string): Parsed<TaxonomyTranslation> {
  return parseShippedYaml(file, text, taxonomyTranslation);
}

/**
 * Reads the owner's `content/topics.yaml`; an empty file is an overlay that changes nothing. `lines`
 * has the line of each topic, and of each family as `families/ID`, for later messages.
 */
export function parseOverlay(
  text: string,
  file: string,
): Parsed<TopicsOverlay> & { lines: ReadonlyMap<string, number> } {
  const parsed = parseYaml(file, text, topicsOverlay);
  const topics = parsed.value?.topics ?? [];
  const lines = topics.map(({ id }, at) => [id, parsed.lineOf(["topics", at])] as const);
  const families = (parsed.value?.families ?? []).map(
    ({ id }, at) => [`families/${id}`, parsed.lineOf(["families", at])] as const,
  );
  return { ...parsed, lines: new Map<string, number>([...lines, ...families]) };
}
