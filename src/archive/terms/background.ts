import { z } from "zod";
import table from "./background.json" with { type: "json" };

/** What is known of a term from papers of the field, beside the archive's own. */
export interface KnownTerm {
  /** The share of papers that contain it. */
  frequency: number;
  /** How specific it is to a subject, 0 to 1: "bandit" is, "consequently" is not. */
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

// A term that is too rare for the table, which is mostly a name or a term of art.
const rare: KnownTerm = { frequency: 5 / papers, topical: 0.8 };

/** A term as the field uses it; of an unknown pair, its words tell how topical it is. */
export function knownTerm(key: string): KnownTerm {
  const found = known.get(key);
  if (found !== undefined) return found;
  const space = key.indexOf(" ");
  if (space < 0) return rare;
  const [first, second] = [knownTerm(key.slice(0, space)), knownTerm(key.slice(space + 1))];
  return { frequency: rare.frequency, topical: Math.sqrt(first.topical * second.topical) };
}
