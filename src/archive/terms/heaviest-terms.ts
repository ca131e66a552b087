/** Finds the heaviest terms of a paper. */
export interface HeaviestTerms {
  /** Takes a term by its place in the text, below 2^16. */
  add: (place: number, weight: number) => void;
  /** The places of the heaviest terms, at most so many; of equal ones, first those that come first. Begins again. */
  take: (most: number) => number[];
}

/** A sorted list of one number for each term, because sorting objects takes several times as long. */
export function heaviestTerms(): HeaviestTerms {
  const places = 2 ** 16;
  let sorted = new Float64Array(1024);
  let size = 0;
  return {
    add: (place, weight) => {
      if (size === sorted.length) {
        const former = sorted;
        sorted = new Float64Array(2 * size);
        sorted.set(former);
      }
      // Weights are below 16. Differences in the last digits between machines are not to decide.
      sorted[size] = -(
        Math.round(weight * 2 ** 32) * places +
        places -
        1 -
        Math.min(place, places - 1)
      );
      size += 1;
    },
    take: (most) => {
      const taken = sorted.subarray(0, size).sort().subarray(0, most);
      size = 0;
      return Array.from(taken, (one) => places - 1 - (-one % places));
    },
  };
}
