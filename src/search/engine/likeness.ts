import type { Columns } from "../index/columns.ts";
import {
  addPacked,
  dimensions,
  dot,
  toUnit,
  unitOf,
  unpackDirection,
} from "../index/packed-vectors.ts";
import { meaningKeys } from "../index/paper-vectors.ts";
import { normalise } from "../text/normalise.ts";
import { genericWords } from "../text/stop-words.ts";
import { idf } from "./idf.ts";
import type { MatchedTerm } from "./postings.ts";
import { bestFirst, type Ranked } from "./rank.ts";
import type { SearchContext } from "./search-context.ts";

/** Weights of likeness; measured by `npm run search:evaluate`. */
export const likenessWeights = {
  /** The weight of a paper's likeness, relative to the words of the best paper if it had them all. */
  likeness: 0.8,
  /** The weight of a generic word, relative to any other. */
  generic: 0.5,
  /** How many papers are compared: those of the groups that are most like the query. */
  papers: 1408,
};

/** Words that more papers have say nothing, and have no vectors. */
const mostShare = 0.25;

/** Papers that are less like a query are about something else. */
const leastLikeness = 0.3;

/** A longer query is pasted text, of which the beginning is enough. */
const maxWords = 80;

/**
 * How like a query papers are, by what its words mean: 1 for the same meaning, less where words of the
 * query have no vector. Only of the papers in the groups that are most like it.
 */
export async function likeness(
  context: SearchContext,
  text: string,
  terms: readonly MatchedTerm[],
): Promise<ReadonlyMap<number, number>> {
  const papers = new Map<number, number>();
  if (context.archive.groups === 0) return papers;
  const [direction, centres] = await Promise.all([
    directionOf(context, text, terms),
    context.centres(),
  ]);
  if (!direction) return papers;
  const { query, known } = direction;
  const { groups: all, total } = context.archive;
  const most = Math.ceil((likenessWeights.papers * all) / total);
  const nearest = centres
    .map((packed, group) => {
      const centre = unitOf(packed);
      return { group, centre, likeness: dot(query, centre) };
    })
    .sort((a, b) => b.likeness - a.likeness || a.group - b.group)
    .slice(0, most);
  const groups = nearest.map(async ({ group, centre }) => ({
    centre,
    vectors: await context.group(group),
  }));
  for (const { centre, vectors } of await Promise.all(groups)) {
    for (const [paper, packed] of vectors) {
      const like = dot(query, unpackDirection(packed, centre));
      if (like >= leastLikeness) papers.set(paper, known * like);
    }
  }
  return papers;
}

/**
 * The direction of a query, and how much of the query it says: the square of the share of its words'
 * information, since a word without a vector is mostly a name, by which one paper is meant.
 */
interface Direction {
  query: Float32Array;
  known: number;
}

/** The direction of a query; undefined if none of its words has a vector. */
async function directionOf(
  context: SearchContext,
  text: string,
  terms: readonly MatchedTerm[],
): Promise<Direction | undefined> {
  const normalised = normalise(text);
  const keys = [...new Set(meaningKeys(normalised))].slice(0, maxWords);
  const generic = new Set(
    normalised.words.flatMap(({ key, form }) => (genericWords.has(form) ? [key] : [])),
  );
  const { vectors } = await context.lexicon(keys);
  const known = new Map(vectors);
  const query = new Float32Array(dimensions);
  for (const key of keys) {
    const vector = known.get(key);
    if (vector === undefined) continue;
    addPacked(query, vector, generic.has(key) ? likenessWeights.generic : 1);
  }
  if (!toUnit(query)) return undefined;
  const { total } = context.archive;
  const informed = terms.filter(({ papers: { size } }) => size > 0 && size < total * mostShare);
  const share = (some: readonly MatchedTerm[]) =>
    some.reduce((sum, { papers }) => sum + idf(papers.size, total), 0);
  const isKnown = ({ term }: MatchedTerm) => term.keys.some(({ key }) => known.has(key));
  return {
    query,
    known: informed.length === 0 ? 1 : (share(informed.filter(isKnown)) / share(informed)) ** 2,
  };
}

/** How many of the best papers tell how much of a query's information papers have. */
const best = 20;

/**
 * Ranks papers by their words and by their likeness, best first. The less of the query the best papers
 * have, the less their words count.
 */
export function rankByLikeness(
  byWords: readonly Ranked[],
  likenesses: ReadonlyMap<number, number>,
  columns: Pick<Columns, "day">,
): Ranked[] {
  const top = byWords[0]?.score ?? 1;
  const covered = Math.max(0, ...byWords.slice(0, best).map(({ coverage }) => coverage));
  const words = new Map(byWords.map((one) => [one.paper, one]));
  const papers = [...new Set([...words.keys(), ...likenesses.keys()])];
  return papers
    .map((paper): Ranked => {
      const { score = 0, coverage = 0 } = words.get(paper) ?? {};
      const like = likenesses.get(paper) ?? 0;
      return {
        paper,
        coverage,
        score: (covered * score) / top + likenessWeights.likeness * like,
      };
    })
    .sort(bestFirst(columns));
}
