import { createHash } from "node:crypto";

/** Digests of large values, such as papers and lists of them, so that each is written once. */
const known = new WeakMap<object, string>();

/**
 * A digest of a value, the same in every build for the same value; undefined if part of it is code or something else that
 * cannot be compared. The value must not change afterwards.
 */
export function digestOf(value: unknown): string | undefined {
  const text = written(value, 0);
  return text === undefined ? undefined : shortDigest(text);
}

function shortDigest(text: string): string {
  return createHash("sha256").update(text).digest("base64url").slice(0, 22);
}

/** Shorter texts are written again rather than digested. */
const longText = 200;

/** Deeper values are likely to be endless. */
const deepest = 40;

function written(value: unknown, depth: number): string | undefined {
  if (value === undefined) return "undefined";
  if (typeof value === "bigint") return `${value}n`;
  if (typeof value === "number" && !Number.isFinite(value)) return `number ${value}`;
  if (value === null || ["string", "number", "boolean"].includes(typeof value))
    return JSON.stringify(value);
  if (typeof value !== "object" || depth > deepest) return undefined;
  const digest = known.get(value);
  if (digest !== undefined) return `digest ${digest}`;
  const text = writtenObject(value, depth + 1);
  if (text === undefined || text.length < longText) return text;
  const made = shortDigest(text);
  known.set(value, made);
  return `digest ${made}`;
}

function writtenObject(value: object, depth: number): string | undefined {
  if (Array.isArray(value)) return writtenList("list", value, depth);
  if (value instanceof Date) return `date ${value.getTime()}`;
  if (value instanceof Set) return writtenList("set", [...value], depth);
  if (value instanceof Map) return writtenList("map", [...value].flat(), depth);
  const prototype: unknown = Object.getPrototypeOf(value);
  if (prototype !== null && prototype !== Object.prototype) return undefined;
  return writtenList("object", Object.entries(value).flat(), depth);
}

function writtenList(kind: string, items: readonly unknown[], depth: number): string | undefined {
  const texts: string[] = [];
  for (const item of items) {
    const text = written(item, depth);
    if (text === undefined) return undefined;
    texts.push(text);
  }
  return `${kind}(${texts.join(",")})`;
}
