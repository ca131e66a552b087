import { closest } from "fastest-levenshtein";
import { LineCounter, parseDocument } from "yaml";
import type { z } from "zod";
import type { Message } from "./message.ts";

/** A YAML file read against its schema: the value, or messages that say what is wrong where. */
export type Parsed<T> = { value: T; messages: [] } | { value?: undefined; messages: Message[] };

/** Reads a YAML text by a schema. Each fault is a message with its line and what to do. */
export function parseYaml<S extends z.ZodType>(
  file: string,
  text: string,
  schema: S,
): Parsed<z.infer<S>> {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  if (document.errors.length > 0) {
    return {
      messages: document.errors.map(({ message, pos }) => ({
        rule: "yaml",
        severity: "error" as const,
        reason: `This is not valid YAML: ${message}`,
        place: { file, line: lines.linePos(pos[0]).line },
        hint: "Check the indentation, and put quotes around a text with a colon in it.",
      })),
    };
  }
  const parsed = schema.safeParse(document.toJS() ?? {});
  if (parsed.success) return { value: parsed.data, messages: [] };
  const lineOf = (path: PropertyKey[]) => {
    const keys = path.filter((key) => typeof key !== "symbol");
    for (let depth = keys.length; depth > 0; depth -= 1) {
      const node: unknown = document.getIn(keys.slice(0, depth), true);
      const offset = startOf(node);
      if (offset !== undefined) return lines.linePos(offset).line;
    }
    return 1;
  };
  return {
    messages: parsed.error.issues.map((issue) => ({
      rule: "settings",
      severity: "error" as const,
      reason: describe(issue, document.toJS()),
      place: { file, line: lineOf(unknownKey(issue) ?? issue.path) },
      ...hintFor(issue, schema),
    })),
  };
}

function startOf(node: unknown): number | undefined {
  if (typeof node !== "object" || node === null || !("range" in node)) return undefined;
  return Array.isArray(node.range) && typeof node.range[0] === "number" ? node.range[0] : undefined;
}

function unknownKey(issue: z.core.$ZodIssue): PropertyKey[] | undefined {
  return issue.code === "unrecognized_keys" ? [...issue.path, issue.keys[0] ?? ""] : undefined;
}

function describe(issue: z.core.$ZodIssue, value: unknown): string {
  const name = issue.path.join(".") || "the file";
  if (issue.code === "unrecognized_keys") {
    const keys = issue.keys.map((key) => `"${key}"`).join(", ");
    return `${keys} is not a setting here.`;
  }
  const found = issue.path.reduce<unknown>(
    (inner, key) =>
      typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : undefined,
    value,
  );
  const shown = found === undefined ? "missing" : JSON.stringify(found);
  return `${name} is ${shown}, but must be: ${issue.message}.`;
}

function hintFor(issue: z.core.$ZodIssue, schema: z.ZodType): { hint?: string } {
  if (issue.code !== "unrecognized_keys" || !("shape" in schema)) return {};
  const { shape } = schema;
  const known = typeof shape === "object" && shape !== null ? Object.keys(shape) : [];
  const key = issue.keys[0];
  if (key === undefined || known.length === 0) return {};
  return {
    hint: `Did you mean "${closest(key, known)}"? The settings are: ${known.join(", ")}.`,
  };
}
