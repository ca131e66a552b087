import type { AssignedTopic } from "../../schemas/paper.ts";
import type { Abbreviations } from "./abbreviations.ts";
import { findAbbreviations } from "./abbreviations.ts";
import type { TopicalPaper } from "./assign-topics.ts";
import type { CompiledPhrase, Matcher } from "./compile-taxonomy.ts";
import type { PhraseMatch } from "./phrase-trie.ts";
import type { Token } from "./tokens.ts";
import { abbreviationKey, isAbbreviation, tokenize } from "./tokens.ts";

type Evidence = AssignedTopic["evidence"][number];
type Where = Evidence["where"];

/** What speaks for one topic. */
export interface TopicEvidence {
  sum: number;
  /** Phrases as they stand in the paper, the weightiest first. */
  phrases: Evidence[];
}

/** What a mention is worth by its place, against one in the abstract. */
const placeWeights: Record<Where, number> = {
  title: 2,
  abstract: 1,
  keywords: 0.75,
  categories: 1,
};
/** Each further mention of a phrase adds half a mention, three times at most. */
const repeat = 0.5;
const mostRepeats = 3;
/** Near phrases stand at most this many words apart. */
const reach = 6;
const mostPhrases = 8;

/** A phrase of the taxonomy found in one place of the paper. */
interface Finding extends PhraseMatch {
  entry: CompiledPhrase;
  text: string;
}

/** Reads the paper once and sums up, by topic, all that speaks for it. */
export function gatherEvidence(paper: TopicalPaper, matcher: Matcher): Map<number, TopicEvidence> {
  const abstract = tokenize(paper.abstractText);
  const known = findAbbreviations(paper.abstractText, abstract);
  const found: { where: Where; finding: Finding }[] = [];
  const read = (where: Where, text: string, tokens: readonly Token[]): void => {
    for (const finding of findings(text, tokens, known, matcher)) found.push({ where, finding });
  };
  read("title", paper.titleText, tokenize(paper.titleText));
  read("abstract", paper.abstractText, abstract);
  for (const keyword of paper.keywords ?? []) read("keywords", keyword, keywordTokens(keyword));

  const tally = new Map<number, Tally>();
  const settle = (conditional: boolean): void => {
    for (const { where, finding } of found) {
      const { entry } = finding;
      if (entry.with.length > 0 !== conditional) continue;
      if (conditional && !entry.with.some((topic) => (tally.get(topic)?.sum() ?? 0) >= 2)) continue;
      const topic = tally.get(entry.topic) ?? new Tally();
      topic.add(finding, where);
      tally.set(entry.topic, topic);
    }
  };
  settle(false);
  settle(true);
  for (const category of paper.categories ?? []) {
    for (const { topic, weight } of inCategory(category, matcher)) {
      const entry = tally.get(topic) ?? new Tally();
      entry.addCategory(category, weight);
      tally.set(topic, entry);
    }
  }
  return new Map([...tally].map(([topic, entry]) => [topic, entry.total()]));
}

class Tally {
  readonly #phrases = new Map<string, { weight: number; count: number; evidence: Evidence }>();

  add({ phrase, entry, text }: Finding, where: Where): void {
    const key = `${entry.near ?? phrase} ${entry.kind} ${where}`;
    const weight = entry.weight * placeWeights[where];
    const known = this.#phrases.get(key);
    if (known) known.count++;
    else this.#phrases.set(key, { weight, count: 1, evidence: { phrase: text, where } });
  }

  addCategory(category: string, weight: number): void {
    const evidence = { phrase: category, where: "categories" as const };
    this.#phrases.set(category, { weight: weight * placeWeights.categories, count: 1, evidence });
  }

  sum(): number {
    let sum = 0;
    for (const { weight, count } of this.#phrases.values()) sum += worth(weight, count);
    return sum;
  }

  total(): TopicEvidence {
    const ordered = [...this.#phrases.values()]
      .map(({ weight, count, evidence }) => ({ value: worth(weight, count), evidence }))
      .sort((a, b) => b.value - a.value);
    const phrases = ordered.slice(0, mostPhrases).map(({ evidence }) => evidence);
    return { sum: this.sum(), phrases };
  }
}

function worth(weight: number, count: number): number {
  return weight * (1 + repeat * Math.min(count - 1, mostRepeats));
}

/** The phrases in one text that stand, after misleading and doubled ones are taken out. */
function findings(
  text: string,
  tokens: readonly Token[],
  known: Abbreviations,
  matcher: Matcher,
): Finding[] {
  const all = [...matcher.trie.scan(tokens), ...explained(tokens, known, matcher)];
  const byTopic = new Map<number, { masks: PhraseMatch[]; words: Finding[]; parts: Finding[] }>();
  for (const match of all) {
    const entry = matcher.phrases[match.phrase];
    if (entry === undefined) continue;
    const topic = byTopic.get(entry.topic) ?? { masks: [], words: [], parts: [] };
    byTopic.set(entry.topic, topic);
    if (entry.kind === "not") topic.masks.push(match);
    else {
      const found = { ...match, entry, text: excerpt(text, tokens, match) };
      if (entry.kind === "near") topic.parts.push(found);
      else if (!isMisread(found, tokens, known, matcher)) topic.words.push(found);
    }
  }
  const result: Finding[] = [];
  for (const { masks, words, parts } of byTopic.values()) {
    const open = (found: Finding): boolean =>
      !masks.some((mask) => overlaps(mask, found) && !exceeds(found, mask));
    result.push(...longest([...words, ...nearPairs(parts, tokens, text)].filter(open)));
  }
  return result.sort((a, b) => a.from - b.from || a.phrase - b.phrase);
}

/** What the long form of an explained abbreviation says, said again where the short form stands. */
function explained(
  tokens: readonly Token[],
  known: Abbreviations,
  matcher: Matcher,
): PhraseMatch[] {
  return tokens.flatMap((token, at) => {
    if (!isAbbreviation(token.surface)) return [];
    const meaning = known.get(abbreviationKey(token.surface));
    if (meaning === undefined) return [];
    return matcher.trie.scan(meaning).map(({ phrase }) => ({ phrase, from: at, to: at + 1 }));
  });
}

/** A short abbreviation that the paper itself explains as something else. */
function isMisread(
  { entry, from, to }: Finding,
  tokens: readonly Token[],
  known: Abbreviations,
  matcher: Matcher,
): boolean {
  const surface = to - from === 1 ? tokens[from]?.surface : undefined;
  if (!entry.short || surface === undefined || !isAbbreviation(surface)) return false;
  const meaning = known.get(abbreviationKey(surface));
  if (meaning === undefined) return false;
  return !matcher.trie
    .scan(meaning)
    .some(({ phrase }) => matcher.phrases[phrase]?.topic === entry.topic);
}

/** Of overlapping phrases of one topic, the weightiest, then the longest. */
function longest(found: readonly Finding[]): Finding[] {
  const ranked = [...found].sort(
    (a, b) =>
      b.entry.weight - a.entry.weight ||
      b.to - b.from - (a.to - a.from) ||
      a.from - b.from ||
      a.phrase - b.phrase,
  );
  const taken = new Set<number>();
  return ranked.filter(({ from, to }) => {
    for (let at = from; at < to; at++) if (taken.has(at)) return false;
    for (let at = from; at < to; at++) taken.add(at);
    return true;
  });
}

/** Joins the two parts of near phrases that stand close to each other in one sentence. */
function nearPairs(parts: readonly Finding[], tokens: readonly Token[], text: string): Finding[] {
  const firsts = parts.filter(({ entry }) => entry.part === 0);
  const seconds = parts.filter(({ entry }) => entry.part === 1);
  return firsts.flatMap((first) => {
    const partner = seconds.find(
      (second) =>
        second.entry.near === first.entry.near &&
        tokens[second.from]?.sentence === tokens[first.from]?.sentence &&
        Math.max(second.from - first.to, first.from - second.to) < reach &&
        !overlaps(first, second),
    );
    if (partner === undefined) return [];
    const [from, to] = [Math.min(first.from, partner.from), Math.max(first.to, partner.to)];
    return [{ ...first, from, to, text: excerpt(text, tokens, { from, to }) }];
  });
}

function inCategory(
  category: string,
  { categories }: Matcher,
): readonly { topic: number; weight: number }[] {
  const group = `${category.split(".")[0]}.*`;
  return [...(categories.get(category) ?? []), ...(categories.get(group) ?? [])];
}

/** Keywords come in lower case, so an abbreviation is taken for one in any case. */
function keywordTokens(keyword: string): Token[] {
  return tokenize(keyword).map((token) =>
    isAbbreviation(token.surface) || token.surface.length > 6
      ? token
      : {
          ...token,
          keys: [
            ...token.keys,
            abbreviationKey(token.surface.replace(/s$/, "")),
            abbreviationKey(token.surface),
          ],
        },
  );
}

function excerpt(
  text: string,
  tokens: readonly Token[],
  match: Pick<PhraseMatch, "from" | "to">,
): string {
  return text.slice(tokens[match.from]?.start, tokens[match.to - 1]?.end).replace(/\s+/g, " ");
}

function overlaps(
  a: Pick<PhraseMatch, "from" | "to">,
  b: Pick<PhraseMatch, "from" | "to">,
): boolean {
  return a.from < b.to && b.from < a.to;
}

function exceeds(found: PhraseMatch, mask: PhraseMatch): boolean {
  return (
    found.from <= mask.from && found.to >= mask.to && found.to - found.from > mask.to - mask.from
  );
}
