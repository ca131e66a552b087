import type { Columns } from "../index/columns.ts";
import type { Matched } from "./postings.ts";

/** How close together a paper has what a query asks for. */
export interface Closeness {
  /** What the pairs of words tell that stand side by side in the paper. */
  pairs: number;
  /** How much of the query its title has together with the best stretch of its abstract. */
  passage: number;
}

/** What closeness counts for; part of the ranking's weights. */
export interface ClosenessWeights {
  /** Two words that follow each other in the query and, in this order, in the paper. */
  neighbours: number;
  /** Two words that are apart in the query and side by side in the paper. */
  others: number;
}

/** A word of the query at a place of a paper. */
interface Mention {
  place: number;
  unit: number;
  worth: number;
}

/** Side by side: with a word or two between. */
const sideBySide = 3;
/** A stretch about as long as half a sentence, in which people tell what is new. */
const stretch = 16;

/** Measures how close together a paper has the units, of which each tells so much. */
export function closeness(
  units: readonly Matched[],
  told: readonly number[],
  paper: number,
  { titleEnd, bodyEnd }: Pick<Columns, "titleEnd" | "bodyEnd">,
  weights: ClosenessWeights,
): Closeness {
  const end = bodyEnd[paper] ?? 0;
  const mentions: Mention[] = [];
  // A word so frequent that its places are not loaded stands near everything.
  let everywhere = 0;
  for (const [unit, { papers }] of units.entries()) {
    const match = papers.get(paper);
    if (match?.places.length === 0) everywhere += told[unit] ?? 0;
    const { places = [], worths = [] } = match ?? {};
    for (const [at, place] of places.entries()) {
      if (place < end) mentions.push({ place, unit, worth: worths[at] ?? 1 });
    }
  }
  mentions.sort((a, b) => a.place - b.place);
  return {
    pairs: pairsOf(mentions, told, weights),
    passage: everywhere + passageOf(mentions, told, titleEnd[paper] ?? 0),
  };
}

function pairsOf(mentions: readonly Mention[], told: readonly number[], weights: ClosenessWeights) {
  const seen = new Set<number>();
  let sum = 0;
  for (const [index, one] of mentions.entries()) {
    for (let next = index + 1; next < mentions.length; next += 1) {
      const other = mentions[next];
      if (!other || other.place - one.place > sideBySide) break;
      const apart = other.unit - one.unit;
      if (other.place === one.place || apart === 0 || apart === -1) continue;
      const pair = Math.min(one.unit, other.unit) * told.length + Math.max(one.unit, other.unit);
      if (seen.has(pair)) continue;
      seen.add(pair);
      // A pair tells as much as its words do: a telling word beside one that says nothing, little.
      const both = Math.sqrt((told[one.unit] ?? 0) * (told[other.unit] ?? 0));
      sum += both * (apart === 1 ? weights.neighbours : weights.others);
    }
  }
  return sum;
}

function passageOf(mentions: readonly Mention[], told: readonly number[], titleEnd: number) {
  const inTitle = new Float64Array(told.length);
  const body: Mention[] = [];
  for (const mention of mentions) {
    if (mention.place >= titleEnd) body.push(mention);
    else inTitle[mention.unit] = Math.max(inTitle[mention.unit] ?? 0, mention.worth);
  }
  const title = inTitle.reduce((sum, worth, unit) => sum + worth * (told[unit] ?? 0), 0);
  let best = title;
  const had = new Float64Array(told.length);
  for (const [index, first] of body.entries()) {
    had.set(inTitle);
    let sum = title;
    for (let next = index; next < body.length; next += 1) {
      const mention = body[next];
      if (!mention || mention.place - first.place >= stretch) break;
      const gain = mention.worth - (had[mention.unit] ?? 0);
      if (gain <= 0) continue;
      had[mention.unit] = mention.worth;
      sum += gain * (told[mention.unit] ?? 0);
    }
    best = Math.max(best, sum);
  }
  return best;
}
