import { z } from "zod";

/** The schemas for a value at a path, of which it must fit one. */
export function schemaAt(schema: unknown, path: readonly PropertyKey[]): z.ZodType[] {
  const inner = unwrapped(schema);
  const [step, ...rest] = path;
  if (inner instanceof z.ZodUnion) return inner.options.flatMap((one) => schemaAt(one, path));
  if (step === undefined) return inner instanceof z.ZodType ? [inner] : [];
  if (inner instanceof z.ZodObject) return schemaAt(inner.shape[String(step)], rest);
  if (inner instanceof z.ZodArray) return schemaAt(inner.element, rest);
  return inner instanceof z.ZodRecord ? schemaAt(inner.valueType, rest) : [];
}

/** The names that a schema allows at a path in its value. */
export function keysAt(schema: unknown, path: readonly PropertyKey[]): string[] {
  return schemaAt(schema, path).flatMap((one) =>
    one instanceof z.ZodObject ? Object.keys(one.shape) : [],
  );
}

function unwrapped(schema: unknown): unknown {
  if (schema instanceof z.ZodPipe) return unwrapped(schema.in);
  return schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable
    ? unwrapped(schema.unwrap())
    : schema;
}
