import type { Normalised } from "../text/normalise.ts";
import {
  addPacked,
  dimensions,
  dot,
  type PackedVector,
  packVector,
  toUnit,
  unpackVector,
} from "./packed-vectors.ts";
import type { PaperWords } from "./record.ts";

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

/** How often a paper has each key. */
export function countedKeys({
  title,
  abstract,
}: Pick<PaperWords, "title" | "abstract">): Map<string, number> {
  const counts = new Map<string, number>();
  const add = (text: Normalised, weight: number) => {
    for (const key of meaningKeys(text)) counts.set(key, (counts.get(key) ?? 0) + weight);
  };
  add(title, titleWeight);
  add(abstract, 1);
  return counts;
}

/** The direction of the sum of a paper's words; undefined if no word of it has a vector. */
export function paperVector(
  words: Pick<PaperWords, "title" | "abstract">,
  vectors: WordVectors,
): Float32Array | undefined {
  const sum = new Float32Array(dimensions);
  for (const [key, count] of countedKeys(words)) {
    const vector = vectors.get(key);
    if (vector) addPacked(sum, vector, 1 + Math.log(count));
  }
  return toUnit(sum) ? sum : undefined;
}

/** Papers of one kind, with their common direction. */
export interface PaperGroup {
  centre: PackedVector;
  papers: Map<number, PackedVector>;
}

/** How many papers one group has on average: a search loads a few groups. */
const papersPerGroup = 256;
const rounds = 5;

/**
 * Groups papers by their vectors (k-means on directions), so that a search loads only those that may be
 * like the query. It begins with every so many-th paper, so the same papers make the same groups.
 */
export function groupPapers(vectors: readonly (Float32Array | undefined)[]): PaperGroup[] {
  const known = [...vectors.entries()].flatMap(([paper, vector]) =>
    vector ? [{ paper, vector }] : [],
  );
  const count = Math.ceil(known.length / papersPerGroup);
  let centres = Array.from(
    { length: count },
    (_, at) =>
      known[Math.floor((at * known.length) / count)]?.vector ?? new Float32Array(dimensions),
  );
  for (let round = 0; round < rounds; round += 1) {
    const sums = centres.map(() => new Float32Array(dimensions));
    for (const { vector } of known) {
      const sum = sums[nearest(centres, vector)];
      if (sum)
        for (let at = 0; at < dimensions; at += 1) sum[at] = (sum[at] ?? 0) + (vector[at] ?? 0);
    }
    centres = sums.map((sum, at) => (toUnit(sum) ? sum : (centres[at] ?? sum)));
  }
  const groups = centres.map(
    (centre): PaperGroup => ({ centre: packVector(centre), papers: new Map() }),
  );
  const packed = groups.map(({ centre }) => unpackVector(centre));
  for (const { paper, vector } of known) {
    groups[nearest(packed, vector)]?.papers.set(paper, packVector(vector));
  }
  return groups.filter(({ papers }) => papers.size > 0);
}

function nearest(centres: readonly Float32Array[], vector: Float32Array): number {
  let best = 0;
  let most = Number.NEGATIVE_INFINITY;
  for (const [at, centre] of centres.entries()) {
    const likeness = dot(centre, vector);
    if (likeness > most) [best, most] = [at, likeness];
  }
  return best;
}
