import { findAbbreviations } from "./abbreviations.ts";
import type { Matcher } from "./compile-taxonomy.ts";
import { filedEvidence, venueNames } from "./filed-evidence.ts";
import type { Finding } from "./find-phrases.ts";
import { findPhrases, longestOf } from "./find-phrases.ts";
import type { Token } from "./tokens.ts";
import { abbreviationKey, tokenize } from "./tokens.ts";
import type { Evidence, Item, TopicalPaper, Where } from "./topical-paper.ts";

/** The evidence for one topic. */
export interface TopicEvidence {
  /** The total weight. One strong phrase that occurs once in the abstract has 2. */
  sum: number;
  /** Phrases as the paper writes them, those with the highest weight first. */
  phrases: Evidence[];
}

/** The weight of a mention by its place, relative to one in the abstract. */
const placeWeights: Record<Where, number> = {
  title: 2,
  abstract: 1,
  keywords: 0.75,
  categories: 1,
  venue: 0.75,
};
/** Each further mention of a phrase counts as half a mention, at most three times. */
const repeat = 0.5;
const mostRepeats = 3;
/** A condition holds if its topic has this much evidence on its own. */
const ground = 2;
/** Phrases with a lower weight are weak: they support others, but do not count on their own. */
const weakBelow = 0.5;
const mostPhrases = 8;

/** Reads the paper once and sums up the evidence for each topic, by the topic's number. */
export function gatherEvidence(paper: TopicalPaper, matcher: Matcher): Map<number, TopicEvidence> {
  const found = findInPaper(paper, matcher);
  const ofCategories = filedEvidence(paper, matcher);
  // Conditions look only at phrases without conditions, so that their order does not matter.
  const grounds = new Map<number, number>();
  const ofPlain = new Map<number, Item[]>();
  for (const topic of new Set([...found.keys(), ...ofCategories.keys()])) {
    const parts = found.get(topic) ?? [];
    const plain = parts.map((part) => part.filter(({ entry }) => !entry.with.length));
    const items = tally(plain, ofCategories.get(topic) ?? []);
    grounds.set(topic, totalOf(items));
    if (parts.every(({ length }, index) => length === plain[index]?.length)) {
      ofPlain.set(topic, items);
    }
  }
  const holds = ({ entry }: Finding): boolean =>
    entry.with.length === 0 || entry.with.some((topic) => (grounds.get(topic) ?? 0) >= ground);
  const evidence = new Map<number, TopicEvidence>();
  for (const topic of grounds.keys()) {
    const held = () => found.get(topic)?.map((part) => part.filter(holds)) ?? [];
    const items = ofPlain.get(topic) ?? tally(held(), ofCategories.get(topic) ?? []);
    if (items.length === 0) continue;
    const ordered = [...items].sort((a, b) => b.worth - a.worth).slice(0, mostPhrases);
    evidence.set(topic, { sum: totalOf(items), phrases: ordered.map((item) => item.evidence) });
  }
  return evidence;
}

/** A finding and the place where it was made. */
interface Placed extends Finding {
  where: Where;
}

/** The findings of each topic, one list for each text that was read. */
function findInPaper(paper: TopicalPaper, matcher: Matcher): Map<number, Placed[][]> {
  const abstract = tokenize(paper.abstractText);
  const known = findAbbreviations(paper.abstractText, abstract);
  const texts: { where: Where; text: string; tokens: readonly Token[] }[] = [
    { where: "title", text: paper.titleText, tokens: tokenize(paper.titleText) },
    { where: "abstract", text: paper.abstractText, tokens: abstract },
    ...(paper.keywords ?? []).map((text) => ({
      where: "keywords" as const,
      text,
      tokens: keywordTokens(text),
    })),
    ...venueNames(paper).map((text) => ({ where: "venue" as const, text, tokens: tokenize(text) })),
  ];
  const found = new Map<number, Placed[][]>();
  for (const { where, text, tokens } of texts) {
    for (const [topic, findings] of findPhrases({ text, tokens, known }, matcher)) {
      const parts = found.get(topic) ?? [];
      parts.push(findings.map((finding) => ({ ...finding, where })));
      found.set(topic, parts);
    }
  }
  return found;
}

function tally(parts: readonly Placed[][], categories: readonly Item[]): Item[] {
  const phrases = new Map<string, Omit<Item, "worth"> & { weight: number; count: number }>();
  for (const part of parts) {
    const where = part[0]?.where;
    if (where === undefined) continue;
    for (const { phrase, entry, text, count } of longestOf(part)) {
      const key = `${where} ${phrase}`;
      const known = phrases.get(key);
      if (known) known.count += count;
      else {
        const weight = entry.weight * placeWeights[where];
        const weak = entry.weight < weakBelow;
        phrases.set(key, { weight, weak, count, evidence: { phrase: text, where } });
      }
    }
  }
  const items = [...phrases.values()].map(({ weight, weak, count, evidence }) => {
    const further = Math.min(Math.max(count - 1, 0), mostRepeats);
    const worth = weight * (Math.min(count, 1) + repeat * further);
    return { worth, weak, evidence };
  });
  return [...items, ...categories];
}

/** The total weight of all items. Weak ones together count no more than the others. */
function totalOf(items: readonly Item[]): number {
  let [weak, others] = [0, 0];
  for (const item of items) {
    if (item.weak) weak += item.worth;
    else others += item.worth;
  }
  return others + Math.min(weak, others);
}

/** Keywords are often in lower case, so a short one is treated as an abbreviation in any case. */
function keywordTokens(keyword: string): Token[] {
  return tokenize(keyword).map((token) => {
    if (token.isAbbreviation || token.surface.length > 6) return token;
    const singular = token.surface.replace(/s$/, "");
    const keys = [singular, token.surface].map(abbreviationKey);
    return { ...token, keys: [...new Set([...token.keys, ...keys])] };
  });
}
