import type { SeedText } from "../reader.ts";
import { type Json, type Placed, parseJson } from "./parse-json.ts";

const parsed = new WeakMap<SeedText, Json>();

/** A seed as JSON, parsed once for all readers. Undefined if it does not look like JSON. */
export function seedJson(seed: SeedText): Json | undefined {
  if (!/^[\s\uFEFF]*[[{]/.test(seed.text)) return undefined;
  const json = parsed.get(seed) ?? parseJson(seed.text);
  parsed.set(seed, json);
  return json;
}

/**
 * The records of a seed: its values, those in its lists, and those in lists under such a name in
 * its objects. Lists may be nested, as when each line is a day.
 */
export function* records(json: Json, listNames: readonly string[]): Generator<Placed> {
  for (const placed of json.values) yield* recordsIn(json, placed, listNames);
}

function* recordsIn(json: Json, placed: Placed, listNames: readonly string[]): Generator<Placed> {
  const { value } = placed;
  const named = isObject(value) ? listNames.map((name) => value[name]).find(Array.isArray) : value;
  if (!Array.isArray(named)) yield placed;
  // No source nests lists deeper than one in another.
  else
    for (const inner of json.elements(named))
      yield* Array.isArray(inner.value) ? json.elements(inner.value) : [inner];
}

/** Whether a value is an object other than null or an array. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
