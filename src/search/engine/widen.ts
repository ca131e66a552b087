import { isPairKey } from "../index/frequent-pairs.ts";
import { lexiconName, lexiconWords, termKeys } from "../index/lexicon.ts";
import type { Word } from "../text/normalise.ts";
import { idf } from "./idf.ts";
import type { Match, MatchedTerm } from "./postings.ts";
import { rankWeights } from "./rank.ts";
import type { SearchContext } from "./search-context.ts";
import { type Field, fields, type TermFrequencies } from "./term-frequencies.ts";

/** The longest name that is looked up, in words. */
const maxNameLength = 5;
/** A longer query is pasted text, of which the beginning is enough. */
const maxWords = 80;
/** Each term may load a part of the index, so the lexicon adds no more than these: in all, and of each name. */
const maxTerms = { inAll: 20, ofName: 3 };

/** A term as papers write it, and the keys that a paper must have for it. */
interface LexiconTerm {
  text: string;
  keys: readonly string[];
}

/** A name of the lexicon in a query, and the terms that it leads to. */
interface NamedTerms {
  words: readonly Word[];
  terms: readonly LexiconTerm[];
}

/** The papers of a name of the lexicon, also by each of the terms that some paper has. */
export interface WidenedTerm extends MatchedTerm {
  terms: { text: string; papers: ReadonlySet<number> }[];
}

/**
 * What the lexicon adds to a query: for each name in it, the papers with one of the field's terms for it. A
 * paper with the words as typed counts as much as one with the best of the terms, so that the lexicon
 * never puts another paper before it.
 */
export async function widen(context: SearchContext, text: string): Promise<WidenedTerm[]> {
  const words = lexiconWords(text).slice(0, maxWords);
  const typed = new Set(words.map(({ key }) => key));
  const used = new Set<string>();
  const chosen: NamedTerms[] = [];
  // Longer names mean more, so theirs come first. Each term counts once, as does a word that was typed.
  const found = await namesIn(context, words);
  for (const named of found.toSorted((a, b) => b.words.length - a.words.length)) {
    const terms = named.terms
      .filter(({ keys }) => !used.has(keys.join(" ")) && !keys.every((key) => typed.has(key)))
      .slice(0, maxTerms.ofName);
    if (terms.length === 0 || used.size + terms.length > maxTerms.inAll) continue;
    for (const { keys } of terms) used.add(keys.join(" "));
    chosen.push({ ...named, terms });
  }
  const widened = await Promise.all(chosen.map((named) => papersOf(context, named)));
  return widened.filter(({ papers }) => papers.size > 0);
}

/** Whether a word is a name of the lexicon. */
export async function isInLexicon(context: SearchContext, form: string): Promise<boolean> {
  const [word] = lexiconWords(form);
  if (!word) return false;
  const part = await context.lexicon([word.key]);
  return part.names.some(([name]) => name === word.key);
}

/** The longest names in a query, from its beginning on; a word is in one of them only. */
async function namesIn(context: SearchContext, words: readonly Word[]): Promise<NamedTerms[]> {
  const { names } = await context.lexicon(words.map(({ key }) => key));
  const entries = new Map(names.map(([name, ...terms]) => [name, terms]));
  const frequent = new Set(context.archive.frequent);
  const found: NamedTerms[] = [];
  let at = 0;
  while (at < words.length) {
    let length = Math.min(maxNameLength, words.length - at);
    while (length > 0 && !entries.has(lexiconName(words.slice(at, at + length)))) length -= 1;
    const named = words.slice(at, at + length);
    const terms = entries.get(lexiconName(named));
    if (terms) {
      const withKeys = terms.map((term) => ({ text: term, keys: termKeys(term, frequent) }));
      found.push({ words: named, terms: withKeys });
    }
    at += Math.max(1, length);
  }
  return found;
}

/** The papers of a name in a query, as one more term of the query. */
async function papersOf(
  context: SearchContext,
  { words, terms }: NamedTerms,
): Promise<WidenedTerm> {
  const { total } = context.archive;
  const typed = words.filter(({ stop }) => !stop).map(({ key }) => key);
  const asTyped = await withAll(context, typed);
  const alternatives = await Promise.all(
    terms.map(async ({ text, keys }) => {
      const papers = await withAll(context, keys);
      return { text, papers, information: idf(papers.size, total) ** rankWeights.idf };
    }),
  );
  const best = Math.max(
    0,
    ...alternatives.map(({ papers, information }) => papers.size && information),
  );
  const papers = new Map([...asTyped].map(([paper, match]) => [paper, { ...match, share: 1 }]));
  for (const { papers: others, information } of alternatives) {
    for (const [paper, match] of others) {
      const share = information / best;
      const known = papers.get(paper);
      if (!known || known.share < share) {
        papers.set(paper, { ...match, share, weights: match.weights.map(() => share) });
      }
    }
  }
  return {
    term: { text: words.map(({ form }) => form).join(" "), keys: [] },
    papers,
    documentFrequency: papers.size,
    information: best * (words.length > 1 ? rankWeights.relatedName : rankWeights.related),
    // Of a term of several words, each alone would be marked wherever it occurs.
    keys: new Set(
      terms.flatMap(({ keys: [key = "", ...others] }) =>
        others.length > 0 || isPairKey(key) ? [] : [key],
      ),
    ),
    terms: alternatives.map(({ text, papers }) => ({ text, papers: new Set(papers.keys()) })),
  };
}

/** The papers that have all keys, with the least of the keys' frequencies. */
async function withAll(
  context: SearchContext,
  keys: readonly string[],
): Promise<Map<number, Match>> {
  const loaded = await Promise.all(keys.map((key) => context.words.termFrequencies(key)));
  const [first, ...others] = loaded;
  const found = new Map<number, Match>();
  if (!first || others.includes(undefined)) return found;
  const rest = others.map((one) => matches(one));
  for (const [paper, match] of matches(first)) {
    const all = [match, ...rest.map((one) => one.get(paper))];
    if (all.includes(undefined)) continue;
    const least = (field: Field) => Math.min(...all.map((one) => one?.[field] ?? 0));
    const body = Math.min(...all.map((one) => (one ? one.title + one.abstract + one.extras : 0)));
    const title = least("title");
    found.set(paper, {
      ...match,
      title,
      abstract: Math.max(least("abstract"), title ? 0 : body && 1),
      extras: 0,
    });
  }
  return found;
}

function matches(frequencies: TermFrequencies | undefined): Map<number, Match> {
  const found = new Map<number, Match>();
  for (const [at, paper] of (frequencies?.papers ?? []).entries()) {
    const positions = [...(frequencies?.positions?.[at] ?? [])];
    const match: Match = {
      title: 0,
      abstract: 0,
      extras: 0,
      positions,
      weights: positions.map(() => 1),
    };
    for (const field of fields) match[field] = frequencies?.[field][at] ?? 0;
    found.set(paper, match);
  }
  return found;
}
