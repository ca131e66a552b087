import type { SeedText } from "../reader.ts";
import { type Json, type Placed, parseJson } from "./parse-json.ts";

const parsed = new WeakMap<SeedText, Json>();

/** A seed as JSON, read once for all readers; nothing where it does not look like JSON at all. */
export function seedJson(seed: SeedText): Json | undefined {
  if (!/^[\s\uFEFF]*[[{]/.test(seed.text)) return undefined;
  const json = parsed.get(seed) ?? parseJson(seed.text);
  parsed.set(seed, json);
  return json;
}

/**
 * The records of a seed: its values, those in its lists, and those in lists that its objects name
 * so. Lists may be nested, as when each line is a day.
 */
export function* records(json: Json, listNames: readonly string[]): Generator<Placed> {
  for (const placed of json.values) yield* recordsIn(json, placed, listNames);
}

function* recordsIn(json: Json, placed: Placed, listNames: readonly string[]): Generator<Placed> {
  const { value } = placed;
  const named = isObject(value) ? listNames.map((name) => value[name]).find(Array.isArray) : value;
  if (!Array.isArray(named)) yield placed;
  // One list in another is as deep as any source goes.
  else
    for (const inner of json.elements(named))
      yield* Array.isArray(inner.value) ? json.elements(inner.value) : [inner];
}

/** Whether a value is an object, and neither null nor a list. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
