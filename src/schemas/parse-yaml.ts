import { type Document, isScalar, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { describeIssue } from "./describe-issue.ts";
import type { Message } from "./message.ts";
import { invalidSetting, invalidYaml, report, tooManyAliases } from "./rules.ts";

/** A YAML file read by its schema: the value, or what is wrong with it. */
export type Parsed<T> = (
  | { value: T; messages: [] }
  | { value?: undefined; messages: Message[] }
) & {
  /** The line of the value at a path, or of the nearest value around it that is in the file. */
  lineOf: (path: readonly PropertyKey[]) => number;
};

/**
 * Reads YAML text by a schema. Each fault becomes a message with its line; `rule` is the rule of
 * values that do not fit the schema.
 */
export function parseYaml<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
  rule = invalidSetting,
): Parsed<z.infer<S>> {
  const lines = new LineCounter();
  const document = parseDocument(text.replace(/\r\n?/g, "\n"), {
    lineCounter: lines,
    prettyErrors: false,
  });
  const lineOf = (path: readonly PropertyKey[]) => {
    const keys = path.filter((key) => typeof key !== "symbol");
    for (let depth = keys.length; depth > 0; depth -= 1) {
      const node: unknown = document.getIn(keys.slice(0, depth), true);
      const offset = startOf(node);
      if (offset !== undefined) return lines.linePos(offset).line;
    }
    return 1;
  };
  if (document.errors.length > 0) {
    return {
      lineOf,
      messages: document.errors.map(({ message, pos }) =>
        report(invalidYaml, { reason: message }, { file, line: lines.linePos(pos[0]).line }),
      ),
    };
  }
  const value = plainValue(document);
  if (value === tooLarge) {
    return { lineOf, messages: [report(tooManyAliases, {}, { file, line: 1 })] };
  }
  const parsed = schema.safeParse(value ?? {});
  if (parsed.success) return { value: parsed.data, messages: [], lineOf };
  const written = (path: PropertyKey[]) => {
    const node: unknown = document.getIn(path, true);
    return isScalar(node) ? node.source : undefined;
  };
  const faults = parsed.error.issues.flatMap((issue) =>
    describeIssue(issue, value, schema, written),
  );
  return {
    lineOf,
    messages: faults.map(({ path, ...fault }) => report(rule, fault, { file, line: lineOf(path) })),
  };
}

const tooLarge = Symbol("too many aliases");

function plainValue(document: Document): unknown {
  try {
    return document.toJS();
  } catch (error) {
    // The library throws this error if aliases multiply.
    if (error instanceof ReferenceError) return tooLarge;
    throw error;
  }
}

function startOf(node: unknown): number | undefined {
  if (typeof node !== "object" || node === null || !("range" in node)) return undefined;
  return Array.isArray(node.range) && typeof node.range[0] === "number" ? node.range[0] : undefined;
}
