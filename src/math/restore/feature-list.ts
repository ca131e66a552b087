/** Features are hashed into 2^tableBits places; part of the weights' format. */
export const tableBits = 23;

/** Mixes a value into a hash. Fixed by the weights, which were trained with it. */
export const mix = (hash: number, value: number): number =>
  Math.imul((hash ^ value) + Math.imul(hash, 0x5bd1e995), 0x27d4eb2f) ^ (hash >>> 15);

/** The place of a hashed feature in the table of weights. */
export const placeOf = (hash: number): number => {
  const mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  return (mixed ^ (mixed >>> 13)) >>> (32 - tableBits);
};

/**
 * Collects the places of a token's features. A class, because this is the innermost loop of the
 * restorer: calls of one method are inlined, calls of a closure made for each token are not.
 */
export class FeatureList {
  readonly places: Int32Array;
  count = 0;
  template = 1;

  constructor(places: Int32Array) {
    this.places = places;
  }

  add(a: number, b = 0, c = 0): void {
    const hash = mix(mix(mix(Math.imul(this.template, 0x9e3779b1), a), b), c);
    this.places[this.count] = placeOf(hash);
    this.count += 1;
    this.template += 1;
  }
}
