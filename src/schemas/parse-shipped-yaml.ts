import { CORE_SCHEMA, load } from "js-yaml";
import type { z } from "zod";
import { type Parsed, parseYaml } from "./parse-yaml.ts";

/**
 * Reads a YAML file that ships with the engine, ten times as fast as `parseYaml`: by a parser that knows no
 * lines. Only a file with a fault, or a question for a line, needs the other one.
 */
export function parseShippedYaml<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
): Parsed<z.infer<S>> {
  const value = soundValue(text, schema);
  if (value === undefined) return parseYaml(file, text, schema);
  return { value, messages: [], lineOf: (path) => parseYaml(file, text, schema).lineOf(path) };
}

function soundValue<S extends z.ZodType>(text: string, schema: S): z.infer<S> | undefined {
  try {
    return schema.safeParse(load(text, { schema: CORE_SCHEMA }) ?? {}).data;
  } catch {
    return undefined;
  }
}
