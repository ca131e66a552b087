import { putVarint, VarintReader } from "./varint.ts";

/**
 * A vector in few bytes: one for the largest of its values, then four bits for each value. Likeness is
 * a matter of direction, so this is exact enough.
 */
export type PackedVector = Uint8Array;

/** How many values a vector has. */
export const dimensions = 64;

/** How many bytes a packed vector has. */
export const vectorBytes = 1 + dimensions / 2;
/** The steps of the largest value: up to 8 in 255. */
const scaleSteps = 30;
/** The steps of a value on each side of 0. */
const valueSteps = 7;

/** Packs a vector. */
export function packVector(vector: ArrayLike<number>): PackedVector {
  let most = 0;
  for (let at = 0; at < dimensions; at += 1) most = Math.max(most, Math.abs(vector[at] ?? 0));
  const packed = new Uint8Array(vectorBytes);
  packed[0] = Math.min(255, Math.max(most > 0 ? 1 : 0, Math.round(most * scaleSteps)));
  for (let at = 0; at < dimensions; at += 1) {
    const step = Math.round(((vector[at] ?? 0) / (most || 1)) * valueSteps) + valueSteps;
    packed[1 + (at >> 1)] = (packed[1 + (at >> 1)] ?? 0) | (at % 2 === 0 ? step : step << 4);
  }
  return packed;
}

/** Adds a packed vector, times a weight, to a sum. */
export function addPacked(sum: Float32Array, packed: PackedVector, weight: number): void {
  const scale = (weight * (packed[0] ?? 0)) / (scaleSteps * valueSteps);
  for (let at = 0; at < dimensions; at += 2) {
    const byte = packed[1 + (at >> 1)] ?? 0;
    sum[at] = (sum[at] ?? 0) + scale * ((byte & 15) - valueSteps);
    sum[at + 1] = (sum[at + 1] ?? 0) + scale * ((byte >> 4) - valueSteps);
  }
}

/** The vector in a packed one. */
export function unpackVector(packed: PackedVector): Float32Array {
  const vector = new Float32Array(dimensions);
  addPacked(vector, packed, 1);
  return vector;
}

/** Scales a vector to length 1 in place; returns whether it has a direction. */
export function toUnit(vector: Float32Array): boolean {
  const length = Math.sqrt(dot(vector, vector));
  if (length < 1e-6) return false;
  for (let at = 0; at < vector.length; at += 1) vector[at] = (vector[at] ?? 0) / length;
  return true;
}

/** The vector of length 1 in the direction of a packed one. */
export function unitOf(packed: PackedVector): Float32Array {
  const vector = unpackVector(packed);
  toUnit(vector);
  return vector;
}

/** The likeness of two vectors of length 1: 1 for the same direction, 0 for nothing in common. */
export function dot(one: Float32Array, other: Float32Array): number {
  // Four sums that do not wait for each other are three times as fast as one.
  let [a, b, c, d] = [0, 0, 0, 0];
  for (let at = 0; at < dimensions; at += 4) {
    a += (one[at] ?? 0) * (other[at] ?? 0);
    b += (one[at + 1] ?? 0) * (other[at + 1] ?? 0);
    c += (one[at + 2] ?? 0) * (other[at + 2] ?? 0);
    d += (one[at + 3] ?? 0) * (other[at + 3] ?? 0);
  }
  return a + b + (c + d);
}

/**
 * The direction of a paper in 17 bytes: how far it goes in the direction of its group, and two bits for each value
 * of the rest. Of a paper among many, that is enough: searches find as many by it as by the whole vector.
 */
export type PackedDirection = Uint8Array;

const directionBytes = 1 + dimensions / 4;
const shareSteps = 255;
/** The sizes of a value, in relation to their mean square root, and the border between them (Lloyd and Max). */
const [smallValue, largeValue, border] = [0.4528, 1.51, 0.9816];
const levels = [-largeValue, -smallValue, smallValue, largeValue];

/** Packs a direction. Both vectors have length 1. */
export function packDirection(vector: Float32Array, centre: Float32Array): PackedDirection {
  const packed = new Uint8Array(directionBytes);
  packed[0] = Math.round(shareSteps * Math.max(0, dot(vector, centre)));
  const share = (packed[0] ?? 0) / shareSteps;
  const rest = vector.map((value, at) => value - share * (centre[at] ?? 0));
  const middle = border * Math.sqrt(dot(rest, rest) / dimensions);
  for (const [at, value] of rest.entries()) {
    const isLarge = Math.abs(value) > middle;
    const level = value < 0 ? (isLarge ? 0 : 1) : isLarge ? 3 : 2;
    packed[1 + (at >> 2)] = (packed[1 + (at >> 2)] ?? 0) | (level << (2 * (at & 3)));
  }
  return packed;
}

/** The vector of length 1 in a packed direction, by the centre of its group. */
export function unpackDirection(packed: PackedDirection, centre: Float32Array): Float32Array {
  const vector = new Float32Array(dimensions);
  for (let at = 0; at < dimensions; at += 1) {
    vector[at] = levels[((packed[1 + (at >> 2)] ?? 0) >> (2 * (at & 3))) & 3] ?? 0;
  }
  toUnit(vector);
  const share = (packed[0] ?? 0) / shareSteps;
  const rest = Math.sqrt(1 - share ** 2);
  for (let at = 0; at < dimensions; at += 1) {
    vector[at] = share * (centre[at] ?? 0) + rest * (vector[at] ?? 0);
  }
  toUnit(vector);
  return vector;
}

/** Encodes directions by the number of their paper, in ascending order. */
export function writeNumbered(directions: ReadonlyMap<number, PackedDirection>): Uint8Array {
  const bytes: number[] = [];
  putDirections(bytes, directions);
  return new Uint8Array(bytes);
}

/** Decodes what `writeNumbered` wrote. */
export function readNumbered(file: Uint8Array): Map<number, PackedDirection> {
  return readDirections(new VarintReader(file));
}

/** Appends directions. */
export function putDirections(
  bytes: number[],
  directions: ReadonlyMap<number, PackedDirection>,
): void {
  putVarint(bytes, directions.size);
  let previous = 0;
  for (const number of directions.keys()) {
    putVarint(bytes, number - previous);
    previous = number;
  }
  for (const direction of directions.values()) bytes.push(...direction);
}

/** Reads directions. */
export function readDirections(reader: VarintReader): Map<number, PackedDirection> {
  let number = 0;
  const numbers = reader.numbers(reader.number()).map((delta) => {
    number += delta;
    return number;
  });
  return new Map(numbers.map((paper) => [paper, reader.bytes(directionBytes)]));
}

/** Writes vectors one after another. */
export function joinVectors(vectors: readonly PackedVector[]): Uint8Array {
  return new Uint8Array(vectors.flatMap((vector) => [...vector]));
}

/** Reads what `joinVectors` wrote. */
export function splitVectors(file: Uint8Array): PackedVector[] {
  return Array.from({ length: file.length / vectorBytes }, (_, at) =>
    file.subarray(at * vectorBytes, (at + 1) * vectorBytes),
  );
}

/** Encodes the vectors of words. */
export function writeNamed(vectors: ReadonlyMap<string, PackedVector>): Uint8Array {
  const bytes: number[] = [];
  putVarint(bytes, vectors.size);
  for (const [word, vector] of vectors) {
    const name = new TextEncoder().encode(word);
    putVarint(bytes, name.length);
    bytes.push(...name, ...vector);
  }
  return new Uint8Array(bytes);
}

/** Decodes what `writeNamed` wrote. */
export function readNamed(reader: VarintReader): Map<string, PackedVector> {
  const vectors = new Map<string, PackedVector>();
  for (let left = reader.number(); left > 0; left -= 1) {
    const word = reader.text();
    vectors.set(word, reader.bytes(vectorBytes));
  }
  return vectors;
}
