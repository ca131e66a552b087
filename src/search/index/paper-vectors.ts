import type { Normalised } from "../text/normalise.ts";
import {
  addPacked,
  dimensions,
  type PackedDirection,
  type PackedVector,
  packDirection,
  packVector,
  toUnit,
  unitOf,
} from "./packed-vectors.ts";
import { compoundSize, formOf, isStop, type PaperTerms, type TextTerms } from "./paper-terms.ts";
import type { TextTable } from "./text-table.ts";

/** The vectors of words, by key: what they mean in the field, as `npm run vectors:train` learned it. */
export type WordVectors = ReadonlyMap<string, PackedVector>;

/** The keys of a text by which its vector is found: its words without stop words, and compounds. */
export function meaningKeys({ words, compounds }: Normalised): string[] {
  return [
    ...words.flatMap(({ key, stop }) => (stop ? [] : [key])),
    ...compounds.flatMap(({ key, count }) => (count > 1 ? [key] : [])),
  ];
}

/** An occurrence in a title counts as so many in the abstract. */
const titleWeight = 2;

/** Finds the vectors of papers, whose words are numbers of a table. */
export class PaperVectors {
  private readonly vectors: WordVectors;
  private readonly table: TextTable;
  /** By the number of a form, so that each text is looked up once; null for one without a vector. */
  private readonly byForm: (PackedVector | null | undefined)[] = [];

  constructor(vectors: WordVectors, table: TextTable) {
    this.vectors = vectors;
    this.table = table;
  }

  /** The direction of the sum of a paper's words; undefined if no word of it has a vector. */
  of({ title, abstract }: Pick<PaperTerms, "title" | "abstract">): Float32Array | undefined {
    if (this.vectors.size === 0) return undefined;
    const counts = new Map<PackedVector, number>();
    this.count(title, titleWeight, counts);
    this.count(abstract, 1, counts);
    const sum = new Float32Array(dimensions);
    for (const [vector, count] of counts) addPacked(sum, vector, 1 + Math.log(count));
    return toUnit(sum) ? sum : undefined;
  }

  /** Counts the keys that `meaningKeys` finds in a text, by their vectors. */
  private count(
    { words, compounds }: TextTerms,
    weight: number,
    counts: Map<PackedVector, number>,
  ): void {
    const add = (form: number) => {
      const vector = this.vectorOf(form);
      if (vector) counts.set(vector, (counts.get(vector) ?? 0) + weight);
    };
    for (const word of words) if (!isStop(word)) add(formOf(word));
    for (let at = 0; at < compounds.length; at += compoundSize) {
      if ((compounds[at + 2] ?? 0) > 1) add(compounds[at] ?? 0);
    }
  }

  private vectorOf(form: number): PackedVector | null {
    const known = this.byForm[form];
    if (known !== undefined) return known;
    const vector = this.vectors.get(this.table.textOf(this.table.stemOf(form))) ?? null;
    this.byForm[form] = vector;
    return vector;
  }
}

/** Papers of one kind, with their common direction: settled ones, and recent ones. */
export interface PaperGroup {
  centre: PackedVector;
  papers: Map<number, PackedDirection>;
  recent: Map<number, PackedDirection>;
}

/**
 * How many papers one group has on average. A search loads the groups nearest to it: of many small ones, more
 * of the papers are like it. In a large archive there would be too many of them.
 */
const papersPerGroup = { few: 64, many: 128 };
const manyPapers = 20_000;
/** With more rounds the groups are hardly better, and a corrected paper changes most of them. */
const rounds = 2;
/** How many papers tell where the groups are: enough for each group, and not all of a large archive. */
const mostTelling = 16_384;

/**
 * Gives the centres of the groups of papers that have these vectors. `make` finds them, which takes long; one who knows
 * them of the same vectors need not call it.
 */
export type KeepCentres = (
  vectors: readonly Float32Array[],
  make: () => readonly PackedVector[],
) => readonly PackedVector[];

/**
 * Groups papers by their vectors, so that a search loads only those that may be like the query. The same papers make the
 * same groups. The settled ones, which have the first numbers, say where the groups are.
 */
export function groupPapers(
  vectors: readonly (Float32Array | undefined)[],
  keep: KeepCentres = (_, make) => make(),
  settled = vectors.length,
): PaperGroup[] {
  const known = vectors.slice(0, settled).filter((vector) => vector !== undefined);
  const groups = keep(known, () => findCentres(known).map(packVector)).map(
    (centre): PaperGroup => ({ centre, papers: new Map(), recent: new Map() }),
  );
  const units = groups.map(({ centre }) => unitOf(centre));
  const nearest = nearestOf(units);
  for (const [paper, vector] of vectors.entries()) {
    const at = vector ? nearest(vector) : -1;
    const [group, centre] = [groups[at], units[at]];
    if (!vector || !group || !centre) continue;
    const papers = paper < settled ? group.papers : group.recent;
    papers.set(paper, packDirection(vector, centre));
  }
  return groups.filter(({ papers, recent }) => papers.size + recent.size > 0);
}

/** Finds the centres of groups by k-means on directions. It begins with every so many-th paper. */
function findCentres(known: readonly Float32Array[]): Float32Array[] {
  const size = known.length > manyPapers ? papersPerGroup.many : papersPerGroup.few;
  const count = Math.ceil(known.length / size);
  let centres = Array.from(
    { length: count },
    (_, at) => known[Math.floor((at * known.length) / count)] ?? new Float32Array(dimensions),
  );
  const step = Math.max(1, known.length / mostTelling);
  const telling = Array.from(
    { length: Math.floor(known.length / step) },
    (_, at) => known[Math.floor(at * step)] ?? new Float32Array(dimensions),
  );
  for (let round = 0; round < rounds; round += 1) {
    const sums = centres.map(() => new Float32Array(dimensions));
    const nearest = nearestOf(centres);
    for (const vector of telling) {
      const sum = sums[nearest(vector)];
      if (sum)
        for (let at = 0; at < dimensions; at += 1) sum[at] = (sum[at] ?? 0) + (vector[at] ?? 0);
    }
    centres = sums.map((sum, at) => (toUnit(sum) ? sum : (centres[at] ?? sum)));
  }
  return centres;
}

/** How many centres are compared at once, so that their sums do not wait for each other. */
const atOnce = 4;

/** Finds the centre that is nearest to a vector. Most of the time of grouping is in this. */
function nearestOf(centres: readonly Float32Array[]): (vector: Float32Array) => number {
  const count = Math.ceil(centres.length / atOnce) * atOnce;
  // Numbers of 64 bits, as sums are made of them. Those after the last centre are like no vector.
  const all = new Float64Array(count * dimensions);
  for (const [at, centre] of centres.entries()) all.set(centre, at * dimensions);
  const own = new Float64Array(dimensions);
  return (vector) => {
    own.set(vector);
    let best = 0;
    let most = Number.NEGATIVE_INFINITY;
    const take = (centre: number, likeness: number) => {
      if (likeness <= most || centre >= centres.length) return;
      best = centre;
      most = likeness;
    };
    for (let centre = 0; centre < count; centre += atOnce) {
      let [a, b, c, d] = [0, 0, 0, 0];
      for (let at = 0; at < dimensions; at += 1) {
        const value = own[at] ?? 0;
        const place = centre * dimensions + at;
        a += value * (all[place] ?? 0);
        b += value * (all[place + dimensions] ?? 0);
        c += value * (all[place + 2 * dimensions] ?? 0);
        d += value * (all[place + 3 * dimensions] ?? 0);
      }
      take(centre, a);
      take(centre + 1, b);
      take(centre + 2, c);
      take(centre + 3, d);
    }
    return best;
  };
}
