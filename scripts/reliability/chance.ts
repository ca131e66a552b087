import { Randomizer } from "@saehrimnir/druidjs";

/** Random choices that are the same for the same seed. */
export interface Chance {
  /** A whole number from 0 up to, but not including, a limit. */
  below: (limit: number) => number;
  /** One of these. */
  of: <T>(choices: readonly [T, ...T[]] | readonly T[]) => T;
}

/** How many rounds to do, with what chance, and what to tell meanwhile. */
export interface RoundOptions {
  count: number;
  chance: Chance;
  log: (line: string) => void;
  /** Whether to end after this round. */
  isEnded: () => boolean;
}

/** Makes choices from a seed. */
export function chanceFrom(seed: number): Chance {
  const numbers = new Randomizer(seed);
  const below = (limit: number) => Math.floor(numbers.random * limit);
  return {
    below,
    of: (choices) => {
      const choice = choices[below(choices.length)];
      if (choice === undefined) throw new Error("there is nothing to choose from");
      return choice;
    },
  };
}
