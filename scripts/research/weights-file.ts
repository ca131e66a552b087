import type { PackedTagger } from "../../src/math/restore/weights.ts";

const levelCount = 16;

/** The sixteen values, including 0, that approximate all weights with the least squared error. */
function levelsOf(values: Float32Array): number[] {
  const sorted = values.toSorted();
  let levels = Array.from(
    { length: levelCount },
    (_, index) => sorted[Math.floor(((index + 0.5) / levelCount) * sorted.length)] ?? 0,
  );
  for (let round = 0; round < 40; round += 1) {
    const sums = new Float64Array(levelCount);
    const counts = new Float64Array(levelCount);
    for (const value of values) {
      const level = nearest(levels, value);
      sums[level] = (sums[level] ?? 0) + value;
      counts[level] = (counts[level] ?? 0) + 1;
    }
    levels = levels.map((old, level) =>
      (counts[level] ?? 0) > 0 ? (sums[level] ?? 0) / (counts[level] ?? 1) : old,
    );
    levels[nearest(levels, 0)] = 0;
  }
  return levels.map((level) => Math.round(level * 1000) / 1000).sort((a, b) => a - b);
}

function nearest(levels: readonly number[], value: number): number {
  let best = 0;
  for (let level = 1; level < levels.length; level += 1) {
    if (Math.abs((levels[level] ?? 0) - value) < Math.abs((levels[best] ?? 0) - value))
      best = level;
  }
  return best;
}

/**
 * Packs a trained table. It keeps the `most` features with the largest weights, each as its
 * distance from the previous one (in base 128) and a byte with two of sixteen levels.
 */
export function packTagger(table: Float32Array, most: number): PackedTagger {
  const size = (place: number): number =>
    Math.max(Math.abs(table[place * 2] ?? 0), Math.abs(table[place * 2 + 1] ?? 0));
  const places: number[] = [];
  for (let place = 0; place * 2 < table.length; place += 1) {
    if (size(place) > 0.02) places.push(place);
  }
  places.sort((a, b) => size(b) - size(a) || a - b);
  const kept = places.slice(0, most).sort((a, b) => a - b);
  const weightsOf = (place: number): [number, number] => [
    table[place * 2] ?? 0,
    table[place * 2 + 1] ?? 0,
  ];
  const levels = levelsOf(Float32Array.from(kept.flatMap(weightsOf)));
  const bytes: number[] = [];
  let last = 0;
  for (const place of kept) {
    let gap = place - last;
    last = place;
    while (gap >= 128) {
      bytes.push((gap & 127) | 128);
      gap >>>= 7;
    }
    bytes.push(gap);
    const [begin, inside] = weightsOf(place);
    bytes.push((nearest(levels, begin) << 4) | nearest(levels, inside));
  }
  return {
    levels,
    features: kept.length,
    table: Buffer.from(bytes).toString("base64"),
  };
}
