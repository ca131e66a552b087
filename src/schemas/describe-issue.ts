import { closest } from "fastest-levenshtein";
import { z } from "zod";

/** A fault of a value: where it lies, what is wrong, and what to do where that is known. */
export interface Fault {
  path: PropertyKey[];
  reason: string;
  hint?: string;
}

/** A Zod issue in the words of a person who edits a file, one fault for each thing to mend. */
export function describeIssue(issue: z.core.$ZodIssue, value: unknown, schema: z.ZodType): Fault[] {
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(schema, issue.path);
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      reason: `"${key}" is not a setting here.`,
      ...(known.length === 0 ? {} : { hint: suggestion(key, known) }),
    }));
  }
  if (issue.code === "invalid_union") {
    // The member that the value was meant for: one that does not refuse its very kind.
    const meant = issue.errors.find((inner) => inner.every(({ path }) => path.length > 0));
    return (
      meant?.flatMap((inner) =>
        describeIssue({ ...inner, path: [...issue.path, ...inner.path] }, value, schema),
      ) ?? [fault(issue, value)]
    );
  }
  if (issue.code === "invalid_value") {
    const given = valueAt(issue.path, value);
    const allowed = issue.values.filter((one) => typeof one === "string");
    const near = typeof given === "string" && allowed.length > 0 ? closest(given, allowed) : "";
    return [{ ...fault(issue, value), ...(near ? { hint: `Did you mean "${near}"?` } : {}) }];
  }
  return [fault(issue, value)];
}

function valueAt(path: PropertyKey[], value: unknown): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : undefined,
    value,
  );
}

function fault(issue: z.core.$ZodIssue, value: unknown): Fault {
  const { path } = issue;
  const found = valueAt(path, value);
  const name = path.join(".") || "The file";
  const shown = found === undefined ? "missing" : found === null ? "empty" : JSON.stringify(found);
  const reason = `${name} is ${shown}, but must be ${wanted(issue)}.`;
  if (issue.code !== "invalid_value" || typeof found !== "string") return { path, reason };
  return { path, reason, hint: `Did you mean "${closest(found, issue.values.map(String))}"?` };
}

const kinds: Record<string, string> = {
  string: "a text (in quotes if it looks like a number or a date)",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a list of settings, each as `name: value`",
  record: "a list of settings, each as `name: value`",
};

/** What a value must be. A message that the schema gives itself stands as it is. */
function wanted(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return kinds[issue.expected] ?? issue.expected;
    case "too_small":
      return issue.origin === "number" || issue.origin === "int"
        ? `${issue.inclusive ? "at least" : "more than"} ${issue.minimum}`
        : "not empty";
    case "too_big":
      return issue.origin === "number" || issue.origin === "int"
        ? `at most ${issue.maximum}`
        : `shorter: at most ${issue.maximum} long`;
    case "invalid_value":
      return `one of ${issue.values.map((one) => JSON.stringify(one)).join(", ")}`;
    case "invalid_format":
      if (issue.format === "date") return "a day of the calendar, such as 2025-10-31";
      return issue.format === "url"
        ? 'a web address, such as "https://example.org"'
        : issue.message;
    case "invalid_union":
      return [...new Set(issue.errors.flatMap(([first]) => (first ? [wanted(first)] : [])))].join(
        " or ",
      );
    default:
      return issue.message;
  }
}

function suggestion(key: string, known: string[]): string {
  return `Did you mean "${closest(key, known)}"? The settings here are: ${known.join(", ")}.`;
}

/** The names that a schema knows at a place in its value. */
function keysAt(schema: unknown, path: PropertyKey[]): string[] {
  const inner = unwrapped(schema);
  const [step, ...rest] = path;
  if (inner instanceof z.ZodUnion) return inner.options.flatMap((one) => keysAt(one, path));
  if (inner instanceof z.ZodObject) {
    const keys = Object.keys(inner.shape);
    return step === undefined ? keys : keysAt(inner.shape[String(step)], rest);
  }
  if (inner instanceof z.ZodArray) return keysAt(inner.element, rest);
  return inner instanceof z.ZodRecord ? keysAt(inner.valueType, rest) : [];
}

function unwrapped(schema: unknown): unknown {
  return schema instanceof z.ZodDefault ||
    schema instanceof z.ZodPrefault ||
    schema instanceof z.ZodOptional ||
    schema instanceof z.ZodNullable
    ? unwrapped(schema.unwrap())
    : schema;
}
