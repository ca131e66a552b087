import type { z } from "zod";

/** An invalid field of a record, which was left out. */
export interface FieldFault {
  path: string;
  reason: string;
}

/** A record as far as it could be read, and the fields that were left out. */
export interface FieldsRead<T> {
  /** Absent if a required field is wrong. */
  value?: T;
  faults: FieldFault[];
}

/** A field that a record may lack: absent, empty and null are the same. */
export function optional<S extends z.ZodType>(schema: S) {
  return schema.nullish().transform((value) => value ?? undefined);
}

// An invalid field, then the value that is invalid without it, and so on.
const mostRounds = 4;

/**
 * Reads a record by its schema. An invalid field is left out and reported; the rest of the record
 * is used.
 */
export function readFields<S extends z.ZodType>(
  schema: S,
  record: unknown,
): FieldsRead<z.infer<S>> {
  const faults: FieldFault[] = [];
  let rest = record;
  for (let round = 0; round < mostRounds; round += 1) {
    const { success, data, error } = schema.safeParse(rest);
    if (success) return { value: data, faults };
    const wrong = error.issues.map(({ path, message }) => {
      const missing = at(rest, path) === undefined;
      if (!missing) faults.push({ path: path.join("."), reason: message });
      return missing ? path.slice(0, -1) : path;
    });
    if (wrong.some((path) => path.length === 0)) return { faults };
    // From the end, so that the indexes of earlier items in a list stay the same.
    const paths = [...new Map(wrong.map((path) => [path.join("/"), path])).values()];
    rest = paths.reverse().reduce<unknown>(without, rest);
  }
  return { faults };
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : undefined,
    value,
  );
}

/** A copy of a value without the part at a path. */
function without(value: unknown, path: readonly PropertyKey[]): unknown {
  const [step, ...rest] = path;
  if (typeof value !== "object" || value === null || step === undefined) return value;
  if (Array.isArray(value)) {
    const list: unknown[] = value;
    const index = Number(step);
    if (rest.length === 0) return list.filter((_, at) => at !== index);
    return list.map((inner, at) => (at === index ? without(inner, rest) : inner));
  }
  const entries = Object.entries(value).flatMap(([key, inner]): [string, unknown][] => {
    if (key !== step) return [[key, inner]];
    return rest.length === 0 ? [] : [[key, without(inner, rest)]];
  });
  return Object.fromEntries(entries);
}
