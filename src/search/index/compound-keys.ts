import type { KnownCompounds } from "./known-compounds.ts";
import { type PackedTerms, unpackTerms } from "./paper-terms.ts";

/**
 * The keys that a paper has by the compounds of the archive, as numbers of a table: how many its title and its abstract
 * have, then those of title, abstract and everything else.
 */
export type PackedCompounds = Int32Array;

/** The keys of compounds that the papers of an index had, and the compounds that the archive had then. */
export interface LastCompounds {
  /** `KnownCompounds.digest` */
  known: string;
  ofTerms: ReadonlyMap<PackedTerms, PackedCompounds>;
}

/**
 * Finds the keys of compounds of papers. To look for them takes most of the time of an index, and an edit seldom changes
 * which compounds an archive has, so those of the last index are used if it had the same.
 */
export class CompoundKeys {
  /** What this index has; undefined before its first paper. */
  present: LastCompounds | undefined;
  private readonly last: LastCompounds | undefined;

  constructor(last?: LastCompounds) {
    this.last = last;
  }

  /** The keys of papers. */
  of(papers: readonly PackedTerms[], known: KnownCompounds): PackedCompounds[] {
    const digest = known.digest();
    const last = this.last?.known === digest ? this.last.ofTerms : undefined;
    const found = papers.map((terms) => last?.get(terms) ?? keysOfCompounds(terms, known));
    const ofTerms = new Map(papers.map((terms, at) => [terms, found[at] ?? new Int32Array(2)]));
    this.present = { known: digest, ofTerms };
    return found;
  }
}

/** The keys that a paper has by compounds. */
export function keysOfCompounds(terms: PackedTerms, known: KnownCompounds): PackedCompounds {
  const { title, abstract, extras } = unpackTerms(terms);
  const [first, second, third] = [title, abstract, extras].map((text) => [...known.keysOf(text)]);
  return Int32Array.from([
    first?.length ?? 0,
    second?.length ?? 0,
    ...(first ?? []),
    ...(second ?? []),
    ...(third ?? []),
  ]);
}

/** The keys of title, abstract and everything else, without a copy of them. */
export function unpackCompounds(packed: PackedCompounds) {
  const titleEnd = 2 + (packed[0] ?? 0);
  const abstractEnd = titleEnd + (packed[1] ?? 0);
  return {
    title: packed.subarray(2, titleEnd),
    abstract: packed.subarray(titleEnd, abstractEnd),
    extras: packed.subarray(abstractEnd),
  };
}

/** Replaces the numbers of keys in packed compounds. */
export function renumberCompounds(
  packed: PackedCompounds,
  numberOf: (key: number) => number,
): PackedCompounds {
  return packed.map((value, at) => (at < 2 ? value : numberOf(value)));
}
