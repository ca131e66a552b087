import type { Abbreviations } from "./abbreviations.ts";
import { findAsides } from "./asides.ts";
import type { CompiledPhrase, Matcher } from "./compile-taxonomy.ts";
import type { PhraseMatch } from "./phrase-trie.ts";
import type { Token } from "./tokens.ts";
import { abbreviationKey } from "./tokens.ts";

/** A phrase of the taxonomy in a text. */
export interface Finding extends PhraseMatch {
  entry: CompiledPhrase;
  /** The words as the text has them. */
  text: string;
  /** 1, or less in a list of examples. */
  count: number;
}

/** A text with what matching needs of it. */
export interface ReadText {
  text: string;
  tokens: readonly Token[];
  /** Abbreviations that the paper explains. */
  known: Abbreviations;
}

type Span = Pick<PhraseMatch, "from" | "to">;

/** The weight of a mention in a list of examples. */
const countInAside = 0.5;
/** The parts of a near phrase are fewer than this many words apart. */
const reach = 6;

/**
 * All phrases in a text, by topic, except those in a misleading context. Phrases may still overlap:
 * `longestOf` chooses among them.
 */
export function findPhrases(read: ReadText, matcher: Matcher): Map<number, Finding[]> {
  const { text, tokens } = read;
  const asides = findAsides(tokens);
  const masks = new Map<number, Span[]>();
  const found = new Map<number, Finding[]>();
  const parts: Finding[] = [];
  for (const match of [...matcher.trie.scan(tokens), ...explained(read, matcher)]) {
    const entry = matcher.phrases[match.phrase];
    if (entry === undefined) continue;
    if (entry.kind === "not") {
      push(masks, entry.topic, match);
      continue;
    }
    const count = asides.has(match.from) ? countInAside : 1;
    const finding = { ...match, entry, count, text: excerpt(text, tokens, match) };
    if (entry.kind === "near") parts.push(finding);
    else if (!isMisread(finding, read, matcher)) push(found, entry.topic, finding);
  }
  for (const pair of nearPairs(parts, read)) push(found, pair.entry.topic, pair);
  for (const [topic, spans] of masks) {
    const open = (finding: Span): boolean =>
      !spans.some((mask) => overlap(mask, finding) && !exceeds(finding, mask));
    const kept = found.get(topic)?.filter(open);
    if (kept !== undefined) found.set(topic, kept);
  }
  return found;
}

/**
 * Of overlapping phrases of one topic, keeps the one with the highest weight, then the longest. In
 * the order of the text.
 */
export function longestOf(found: readonly Finding[]): Finding[] {
  const ranked = [...found].sort(
    (a, b) =>
      b.entry.weight - a.entry.weight ||
      b.to - b.from - (a.to - a.from) ||
      a.from - b.from ||
      a.phrase - b.phrase,
  );
  const taken = new Set<number>();
  const chosen = ranked.filter(({ from, to }) => {
    for (let at = from; at < to; at++) if (taken.has(at)) return false;
    for (let at = from; at < to; at++) taken.add(at);
    return true;
  });
  return chosen.sort((a, b) => a.from - b.from);
}

/** Repeats the matches in the long form of an abbreviation wherever the short form is used. */
function explained({ tokens, known }: ReadText, { trie }: Matcher): PhraseMatch[] {
  if (known.size === 0) return [];
  return tokens.flatMap(({ surface, isAbbreviation }, at) => {
    const meaning = isAbbreviation ? known.get(abbreviationKey(surface)) : undefined;
    if (meaning === undefined) return [];
    return trie.scan(meaning).map(({ phrase }) => ({ phrase, from: at, to: at + 1 }));
  });
}

/** Whether the paper explains a short abbreviation as something else. */
function isMisread({ entry, from }: Finding, read: ReadText, { trie, phrases }: Matcher): boolean {
  const token = read.tokens[from];
  if (!entry.short || !token?.isAbbreviation) return false;
  const meaning = read.known.get(abbreviationKey(token.surface));
  if (meaning === undefined) return false;
  return !trie.scan(meaning).some(({ phrase }) => phrases[phrase]?.topic === entry.topic);
}

/** Joins the parts of near phrases that are close to each other in one sentence. */
function nearPairs(parts: readonly Finding[], { text, tokens }: ReadText): Finding[] {
  return parts
    .filter(({ entry }) => entry.part === 0)
    .flatMap((first) => {
      const second = parts.find(
        (other) =>
          other.entry.part === 1 &&
          other.entry.near === first.entry.near &&
          tokens[other.from]?.sentence === tokens[first.from]?.sentence &&
          Math.max(other.from - first.to, first.from - other.to) < reach &&
          !overlap(first, other),
      );
      if (second === undefined) return [];
      const span = { from: Math.min(first.from, second.from), to: Math.max(first.to, second.to) };
      return [{ ...first, ...span, text: excerpt(text, tokens, span) }];
    });
}

function excerpt(text: string, tokens: readonly Token[], { from, to }: Span): string {
  return text.slice(tokens[from]?.start, tokens[to - 1]?.end).replace(/\s+/g, " ");
}

function overlap(a: Span, b: Span): boolean {
  return a.from < b.to && b.from < a.to;
}

function exceeds(found: Span, mask: Span): boolean {
  const longer = found.to - found.from > mask.to - mask.from;
  return longer && found.from <= mask.from && found.to >= mask.to;
}

function push<K, V>(lists: Map<K, V[]>, key: K, value: V): void {
  const list = lists.get(key);
  if (list) list.push(value);
  else lists.set(key, [value]);
}
