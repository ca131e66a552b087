import type { Normalised } from "../text/normalise.ts";
import {
  addPacked,
  dimensions,
  dot,
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
  /** By the number of a key, so that each text is looked up once. */
  private readonly byKey = new Map<number, PackedVector | undefined>();

  constructor(vectors: WordVectors, table: TextTable) {
    this.vectors = vectors;
    this.table = table;
  }

  /** The direction of the sum of a paper's words; undefined if no word of it has a vector. */
  of({ title, abstract }: Pick<PaperTerms, "title" | "abstract">): Float32Array | undefined {
    if (this.vectors.size === 0) return undefined;
    const counts = new Map<number, number>();
    this.count(title, titleWeight, counts);
    this.count(abstract, 1, counts);
    const sum = new Float32Array(dimensions);
    for (const [key, count] of counts) {
      const vector = this.vectorOf(key);
      if (vector) addPacked(sum, vector, 1 + Math.log(count));
    }
    return toUnit(sum) ? sum : undefined;
  }

  /** Counts the keys that `meaningKeys` finds in a text. */
  private count(
    { words, compounds }: TextTerms,
    weight: number,
    counts: Map<number, number>,
  ): void {
    const add = (form: number) => {
      const key = this.table.stemOf(form);
      counts.set(key, (counts.get(key) ?? 0) + weight);
    };
    for (const word of words) if (!isStop(word)) add(formOf(word));
    for (let at = 0; at < compounds.length; at += compoundSize) {
      if ((compounds[at + 2] ?? 0) > 1) add(compounds[at] ?? 0);
    }
  }

  private vectorOf(key: number): PackedVector | undefined {
    const known = this.byKey.get(key);
    if (known !== undefined || this.byKey.has(key)) return known;
    const vector = this.vectors.get(this.table.textOf(key));
    this.byKey.set(key, vector);
    return vector;
  }
}

/** Papers of one kind, with their common direction. */
export interface PaperGroup {
  centre: PackedVector;
  papers: Map<number, PackedDirection>;
}

/**
 * How many papers one group has on average. A search loads the groups nearest to it: of many small ones, more
 * of the papers are like it. In a large archive there would be too many of them.
 */
const papersPerGroup = { few: 64, many: 128 };
const manyPapers = 20_000;
const rounds = 5;
/** How many papers tell where the groups are: enough for each group, and not all of a large archive. */
const mostTelling = 16_384;

/**
 * Groups papers by their vectors (k-means on directions), so that a search loads only those that may be
 * like the query. It begins with every so many-th paper, so the same papers make the same groups.
 */
export function groupPapers(vectors: readonly (Float32Array | undefined)[]): PaperGroup[] {
  const known = [...vectors.entries()].flatMap(([paper, vector]) =>
    vector ? [{ paper, vector }] : [],
  );
  const size = known.length > manyPapers ? papersPerGroup.many : papersPerGroup.few;
  const count = Math.ceil(known.length / size);
  let centres = Array.from(
    { length: count },
    (_, at) =>
      known[Math.floor((at * known.length) / count)]?.vector ?? new Float32Array(dimensions),
  );
  const step = Math.max(1, known.length / mostTelling);
  const telling = Array.from(
    { length: Math.floor(known.length / step) },
    (_, at) => known[Math.floor(at * step)]?.vector ?? new Float32Array(dimensions),
  );
  for (let round = 0; round < rounds; round += 1) {
    const sums = centres.map(() => new Float32Array(dimensions));
    for (const vector of telling) {
      const sum = sums[nearest(centres, vector)];
      if (sum)
        for (let at = 0; at < dimensions; at += 1) sum[at] = (sum[at] ?? 0) + (vector[at] ?? 0);
    }
    centres = sums.map((sum, at) => (toUnit(sum) ? sum : (centres[at] ?? sum)));
  }
  const groups = centres.map(
    (centre): PaperGroup => ({ centre: packVector(centre), papers: new Map() }),
  );
  const packed = groups.map(({ centre }) => unitOf(centre));
  for (const { paper, vector } of known) {
    const at = nearest(packed, vector);
    const centre = packed[at];
    if (centre) groups[at]?.papers.set(paper, packDirection(vector, centre));
  }
  return groups.filter(({ papers }) => papers.size > 0);
}

function nearest(centres: readonly Float32Array[], vector: Float32Array): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (let at = 0; at < centres.length; at += 1) {
    const centre = centres[at];
    const likeness = centre ? dot(centre, vector) : most;
    if (likeness <= most) continue;
    best = at;
    most = likeness;
  }
  return best;
}
