/**
 * A sum of small decision trees, each of which asks the same few questions of every row of
 * features: a number for each pattern of answers.
 */
export interface Trees {
  readonly base: number;
  /** For each tree, the features it asks about, and the value from which the answer is yes. */
  readonly asked: readonly (readonly (readonly [feature: number, from: number])[])[];
  /**
   * For each tree, the value that each pattern of answers adds. The first question is the highest
   * bit.
   */
  readonly leaves: readonly (readonly number[])[];
}

/** Trees as stored in the file: for each tree its questions, then its leaves. */
export interface PackedTrees {
  readonly base: number;
  readonly depth: number;
  readonly numbers: string;
}

/** The log-odds of a probability. */
export const logit = (share: number): number => Math.log(share / (1 - share));

/** The probability, from 0 to 1, that the trees give a row of features. */
export function shareOf({ base, asked, leaves }: Trees, features: readonly number[]): number {
  let sum = base;
  for (let tree = 0; tree < asked.length; tree += 1) {
    let row = 0;
    const questions = asked[tree] ?? [];
    // A loop by index, because destructuring in the innermost loop takes several times as long.
    for (let level = 0; level < questions.length; level += 1) {
      const question = questions[level];
      if (question !== undefined) {
        row = row * 2 + ((features[question[0]] ?? 0) >= question[1] ? 1 : 0);
      }
    }
    sum += leaves[tree]?.[row] ?? 0;
  }
  return 1 / (1 + Math.exp(-sum));
}

/** Trees as JSON for the file of weights. */
export function packTrees({ base, asked, leaves }: Trees): PackedTrees {
  const numbers = asked.map((questions, tree) => [...questions.flat(), ...(leaves[tree] ?? [])]);
  return { base, depth: asked[0]?.length ?? 0, numbers: numbers.flat().join(" ") };
}

/** The reverse of `packTrees`. */
export function unpackTrees({ base, depth, numbers }: PackedTrees): Trees {
  const all = numbers.split(" ").map(Number);
  const size = depth * 2 + (1 << depth);
  const starts = Array.from({ length: Math.floor(all.length / size) }, (_, tree) => tree * size);
  return {
    base,
    asked: starts.map((start) =>
      Array.from({ length: depth }, (_, level) => {
        const at = start + level * 2;
        return [all[at] ?? 0, all[at + 1] ?? 0] as const;
      }),
    ),
    leaves: starts.map((start) => all.slice(start + depth * 2, start + size)),
  };
}
