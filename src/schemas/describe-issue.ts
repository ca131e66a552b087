import { closest } from "fastest-levenshtein";
import { z } from "zod";
import { advice } from "./advice.ts";
import { keysAt, schemaAt } from "./schema-at.ts";

/** A problem of a value: its path, what is wrong, and what to do if that is known. */
export interface Fault {
  path: PropertyKey[];
  reason: string;
  hint?: string;
}

/**
 * How a value is written in its file: `2510.01170`, which as a number would be printed as
 * `2510.0117`.
 */
export type Written = (path: PropertyKey[]) => string | undefined;

/** Describes a Zod issue to a person who edits the file. Each unknown key is a fault of its own. */
export function describeIssue(
  issue: z.core.$ZodIssue,
  value: unknown,
  schema: z.ZodType,
  written: Written = () => undefined,
): Fault[] {
  if (issue.code === "unrecognized_keys") {
    const known = keysAt(schema, issue.path);
    return issue.keys.map((key) => ({
      path: [...issue.path, key],
      reason: `There is no setting "${key}" here.`,
      ...(known.length === 0 ? {} : { hint: suggestion(key, known) }),
    }));
  }
  if (issue.code === "invalid_union") {
    // The member of a union that the value was meant for: the one whose type matches.
    const meant = issue.errors.find((inner) =>
      inner.every(({ path, code }) => path.length > 0 || code === "unrecognized_keys"),
    );
    if (meant) {
      return meant.flatMap((inner) =>
        describeIssue({ ...inner, path: [...issue.path, ...inner.path] }, value, schema, written),
      );
    }
  }
  const { path } = issue;
  const found = valueAt(path, value);
  const source = written(path);
  const name = nameOf(path);
  const expected = wanted(issue, schema);
  const reason =
    found === undefined
      ? `${name} is missing. It must be ${expected}.`
      : `${name} is ${shown(found, source)}, but must be ${expected}.`;
  const hint = hintFor(issue, { found, source, schema });
  return [hint === undefined ? { path, reason } : { path, reason, hint }];
}

function valueAt(path: PropertyKey[], value: unknown): unknown {
  return path.reduce<unknown>(
    (inner, key) =>
      typeof inner === "object" && inner !== null ? Reflect.get(inner, key) : undefined,
    value,
  );
}

/** A path for people: `off in item 1 of topics`. */
function nameOf(path: PropertyKey[]): string {
  const name = path.reduce<string>((outer, key) => {
    if (typeof key === "number") return `item ${key + 1}${outer === "" ? "" : ` of ${outer}`}`;
    if (outer === "") return String(key);
    return /^item \d/.test(outer) ? `${String(key)} in ${outer}` : `${outer}.${String(key)}`;
  }, "");
  return name === "" ? "The file" : name;
}

const mostShown = 80;

function shown(found: unknown, source: string | undefined): string {
  if (found === null) return "empty";
  if (typeof found === "number" && source !== undefined) return source;
  let text: string;
  try {
    text = JSON.stringify(found);
  } catch {
    return "a value that contains itself";
  }
  return text.length > mostShown ? `${text.slice(0, mostShown)}…` : text;
}

const kinds: Record<string, string> = {
  string: "text (in quotes if it looks like a number or a date)",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  object: "a group of settings, each written as `name: value`",
  record: "a group of settings, each written as `name: value`",
};
const day = "a valid date, such as 2025-10-31";

/** What a value must be. A message in the schema is used as it is. */
function wanted(issue: z.core.$ZodIssue, schema: z.ZodType): string {
  switch (issue.code) {
    case "invalid_type":
      if (schemaAt(schema, issue.path).some((one) => one instanceof z.ZodISODate)) return day;
      return kinds[issue.expected] ?? issue.expected;
    case "too_small":
      return issue.origin === "number" || issue.origin === "int"
        ? `${issue.inclusive ? "at least" : "more than"} ${issue.minimum}`
        : "not empty";
    case "too_big":
      return issue.origin === "number" || issue.origin === "int"
        ? `at most ${issue.maximum}`
        : `no longer than ${issue.maximum}`;
    case "invalid_value":
      return `${issue.values.length > 1 ? "one of " : ""}${issue.values.map((one) => JSON.stringify(one)).join(", ")}`;
    case "invalid_format":
      if (issue.format === "date") return day;
      return issue.format === "url"
        ? 'a web address, such as "https://example.org"'
        : issue.message;
    case "invalid_union":
      return [
        ...new Set(issue.errors.flatMap(([first]) => (first ? [wanted(first, schema)] : []))),
      ].join(" or ");
    default:
      return issue.message;
  }
}

/** What to write instead, if the value makes that clear. */
function hintFor(
  issue: z.core.$ZodIssue,
  { found, source, schema }: { found: unknown; source: string | undefined; schema: z.ZodType },
): string | undefined {
  if (found === undefined || found === null) return undefined;
  const { path } = issue;
  if (issue.code === "invalid_value") {
    const allowed = issue.values.filter((one) => typeof one === "string");
    return typeof found === "string" && allowed.length > 0
      ? `Did you mean "${closest(found.toLowerCase(), allowed)}"?`
      : undefined;
  }
  const expected = issue.code === "invalid_type" ? issue.expected : undefined;
  if (expected === "object") {
    const known = keysAt(schema, path);
    return known.length > 0 ? `Available settings: ${known.join(", ")}.` : undefined;
  }
  if (typeof found === "object") {
    return expected === "array"
      ? "Start each item of the list with a hyphen: `- item`."
      : undefined;
  }
  const text = source ?? String(found);
  const sound = (candidate: unknown) =>
    schemaAt(schema, path).some((one) => one.safeParse(candidate).success);
  if (expected === "array" && sound([found])) return `Write [${text}].`;
  if (expected === "boolean") {
    if (/^(?:yes|on|true|1)$/i.test(text)) return "Write true, without quotes.";
    return /^(?:no|off|false|0)$/i.test(text) ? "Write false, without quotes." : undefined;
  }
  if (typeof found === "string" && found.trim() !== "" && sound(Number(found))) {
    return `Write ${found.trim()}, without quotes.`;
  }
  if (typeof found !== "string" && sound(text)) return `Write "${text}", in quotes.`;
  for (const one of schemaAt(schema, path)) {
    const better = advice.get(one)?.advise(text);
    if (better !== undefined && sound(better)) return `Write ${quoted(better)}.`;
  }
  return undefined;
}

/** Text that YAML would read as a number needs quotes. */
function quoted(text: string): string {
  return /^[\d.]+$/.test(text) ? `"${text}"` : text;
}

function suggestion(key: string, known: string[]): string {
  return `Did you mean "${closest(key, known)}"? Available settings: ${known.join(", ")}.`;
}
