import type { Bars } from "./bars.ts";
import { tableBits } from "./feature-list.ts";
import type { RunCosts } from "./letter-runs.ts";
import type { Model } from "./restore.ts";
import type { TaggerWeights } from "./tagger.ts";
import { type PackedTrees, unpackTrees } from "./trees.ts";

/** The weights as stored in the file. */
export interface PackedModel {
  readonly format: number;
  /** The sixteen values that a weight can have. */
  readonly levels: readonly number[];
  readonly features: number;
  /**
   * In base 64: for each feature, its distance from the previous one and a byte with two levels.
   */
  readonly table: string;
  readonly judge: { readonly spans: PackedTrees; readonly texts: PackedTrees; readonly bars: Bars };
  readonly costs: RunCosts;
}

/** The tagger's part of the weights. */
export type PackedTagger = Pick<PackedModel, "levels" | "features" | "table">;

const slotBits = 18;
const slots = 1 << slotBits;
const empty = -1;
/** Eight neighbouring places share a bit of the filter, so that it fits the processor's cache. */
const filterShift = 3;

const slotOf = (place: number): number => Math.imul(place, 0x9e3779b1) >>> (32 - slotBits);

/** Unpacks the tagger's weights into a hash table of bytes with a filter in front. */
export function unpackTagger(packed: PackedTagger): TaggerWeights {
  const bytes = Uint8Array.from(atob(packed.table), (character) => character.charCodeAt(0));
  const keys = new Int32Array(slots).fill(empty);
  const pairs = new Uint8Array(slots);
  const filter = new Uint8Array(1 << (tableBits - filterShift - 3));
  let at = 0;
  let place = 0;
  const next = (): number => {
    const byte = bytes[at] ?? 0;
    at += 1;
    return byte;
  };
  for (let count = 0; count < packed.features; count += 1) {
    let shift = 0;
    let byte = next();
    let gap = byte & 127;
    while (byte >= 128) {
      byte = next();
      shift += 7;
      gap |= (byte & 127) << shift;
    }
    place += gap;
    let slot = slotOf(place);
    while (keys[slot] !== empty) slot = (slot + 1) & (slots - 1);
    keys[slot] = place;
    pairs[slot] = next();
    const cell = place >>> (filterShift + 3);
    filter[cell] = (filter[cell] ?? 0) | (1 << ((place >>> filterShift) & 7));
  }
  const levelOf = (level: number): number => packed.levels[level] ?? 0;
  return {
    begin: Float32Array.from({ length: 256 }, (_, pair) => levelOf(pair >> 4)),
    inside: Float32Array.from({ length: 256 }, (_, pair) => levelOf(pair & 15)),
    find: (wanted) => {
      const cell = filter[wanted >>> (filterShift + 3)] ?? 0;
      if ((cell & (1 << ((wanted >>> filterShift) & 7))) === 0) return -1;
      let slot = slotOf(wanted);
      for (let key = keys[slot]; key !== empty; key = keys[slot]) {
        if (key === wanted) return pairs[slot] ?? 0;
        slot = (slot + 1) & (slots - 1);
      }
      return -1;
    },
  };
}

/** The model that the restorer works with. */
export const unpack = (packed: PackedModel): Model => ({
  tagger: unpackTagger(packed),
  judge: {
    spans: unpackTrees(packed.judge.spans),
    texts: unpackTrees(packed.judge.texts),
    bars: packed.judge.bars,
  },
  costs: packed.costs,
});
