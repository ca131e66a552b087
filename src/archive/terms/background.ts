import { z } from "zod";
import table from "./background.json" with { type: "json" };

/** What is known about a term from papers of the field outside the archive. */
export interface KnownTerm {
  /** The share of papers that contain it. */
  frequency: number;
  /** How specific it is to a subject, 0 to 1: high for "bandit", low for "consequently". */
  topical: number;
}

const shape = z.object({
  /** Which papers the figures are from. */
  about: z.string(),
  papers: z.number().positive(),
  groups: z.array(z.tuple([z.number(), z.number(), z.string()])),
});

const { papers, groups } = shape.parse(table);
const known = new Map<string, KnownTerm>(
  groups.flatMap(([count, topical, terms]) => {
    const term = { frequency: count / papers, topical };
    return terms.split(",").map((key) => [key, term] as const);
  }),
);

// Used for terms that are too rare for the table. Most of these are names or technical terms.
const rare: KnownTerm = { frequency: 5 / papers, topical: 0.8 };

/**
 * What is known about a term. For an unknown pair, the words of the pair determine how topical it
 * is.
 */
export function knownTerm(key: string): KnownTerm {
  const found = known.get(key);
  if (found !== undefined) return found;
  const space = key.indexOf(" ");
  if (space < 0) return rare;
  const [first, second] = [knownTerm(key.slice(0, space)), knownTerm(key.slice(space + 1))];
  return { frequency: rare.frequency, topical: Math.sqrt(first.topical * second.topical) };
}
