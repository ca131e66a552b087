import { type Document, isScalar, LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import { describeIssue } from "./describe-issue.ts";
import type { Message } from "./message.ts";

/** A YAML file read against its schema: the value, or messages that say what is wrong where. */
export type Parsed<T> = (
  | { value: T; messages: [] }
  | { value?: undefined; messages: Message[] }
) & {
  /** The line of a value by its path, or of the nearest thing around it that stands in the file. */
  lineOf: (path: readonly PropertyKey[]) => number;
};

/**
 * Reads a YAML text by a schema. Each fault is a message with its line and what to do; `rule` is
 * that of faults against the schema.
 */
export function parseYaml<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
  rule = "settings",
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
      messages: document.errors.map(({ message, pos }) => ({
        rule: "yaml",
        severity: "error" as const,
        reason: `This is not valid YAML: ${message}`,
        place: { file, line: lines.linePos(pos[0]).line },
        hint: "Check the indentation, and put quotes around a text with a colon in it.",
      })),
    };
  }
  const value = plainValue(document);
  if (value === tooLarge) {
    return { lineOf, messages: [{ ...tooLarge, place: { file, line: 1 } }] };
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
    messages: faults.map(({ path, ...said }) => ({
      rule,
      severity: "error" as const,
      ...said,
      place: { file, line: lineOf(path) },
    })),
  };
}

const tooLarge = {
  rule: "yaml",
  severity: "error",
  reason: "The file repeats parts of itself (`&name`, `*name`) so often that it has no end.",
  hint: "Write out what `*name` stands for.",
} as const;

function plainValue(document: Document): unknown {
  try {
    return document.toJS();
  } catch (error) {
    // What the library throws where aliases multiply.
    if (error instanceof ReferenceError) return tooLarge;
    throw error;
  }
}

function startOf(node: unknown): number | undefined {
  if (typeof node !== "object" || node === null || !("range" in node)) return undefined;
  return Array.isArray(node.range) && typeof node.range[0] === "number" ? node.range[0] : undefined;
}
