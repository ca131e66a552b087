import { type Document, isCollection, isScalar, LineCounter, visit } from "yaml";
import type { z } from "zod";
import { describeIssue } from "./describe-issue.ts";
import type { Message, Place } from "./message.ts";
import { gitConflict, invalidSetting, invalidYaml, report, tooManyAliases } from "./rules.ts";
import { soundTexts } from "./sound-texts.ts";
import { parseShallow } from "./yaml-depth.ts";

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
  const conflict = lineOfConflict(text);
  if (conflict !== undefined) {
    return { lineOf: () => 1, messages: [report(gitConflict, {}, { file, line: conflict })] };
  }
  const lines = new LineCounter();
  let document: Document;
  try {
    const options = { lineCounter: lines, prettyErrors: false };
    document = parseShallow(text.replace(/\r\n?/g, "\n"), options);
  } catch (error) {
    return { lineOf: () => 1, messages: [faultOfYaml(error, { file, line: 1 })] };
  }
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
  const key = collectionKey(document);
  if (key !== undefined) {
    const reason = "A list or a map is used as a name.";
    const line = lines.linePos(key).line;
    return { lineOf, messages: [report(invalidYaml, { reason }, { file, line })] };
  }
  let value: unknown;
  try {
    value = soundTexts(document.toJS());
  } catch (error) {
    return { lineOf, messages: [faultOfYaml(error, { file, line: 1 })] };
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

/** The offset of the first key that is a list or a map, which no object can have. */
function collectionKey(document: Document): number | undefined {
  let found: number | undefined;
  visit(document, {
    Pair(_, { key }) {
      if (!isCollection(key)) return undefined;
      found = startOf(key) ?? 0;
      return visit.BREAK;
    },
  });
  return found;
}

/** What the YAML library throws about a text: too deep, a name that nothing has, or too many names. */
export function faultOfYaml(error: unknown, place: Place): Message {
  if (error instanceof ReferenceError && !/unresolved/i.test(error.message)) {
    return report(tooManyAliases, {}, place);
  }
  const reason =
    error instanceof RangeError
      ? "It is nested too deeply."
      : error instanceof Error
        ? error.message
        : String(error);
  return report(invalidYaml, { reason }, place);
}

function startOf(node: unknown): number | undefined {
  if (typeof node !== "object" || node === null || !("range" in node)) return undefined;
  return Array.isArray(node.range) && typeof node.range[0] === "number" ? node.range[0] : undefined;
}

/** The line of the first conflict that git left in a text. */
function lineOfConflict(text: string): number | undefined {
  const written = text.split(/\r\n?|\n/);
  const at = written.findIndex((line) => line.startsWith("<<<<<<< "));
  return at !== -1 && written.indexOf("=======", at) !== -1 ? at + 1 : undefined;
}
