import { idsIn } from "../../text/paper-ids.ts";
import { parseTime } from "./parse-time.ts";
import type { FieldName, ParsedQuery, QueryFault, QueryPart } from "./query.ts";
import { type QueryToken, queryTokens } from "./query-tokens.ts";
import { unknownOperator } from "./unknown-operator.ts";

/**
 * Reads a query. It takes any text: what is not understood is explained in `faults` and, where it can
 * be, searched as words.
 */
export function parseQuery(text: string): ParsedQuery {
  const parts: QueryPart[] = [];
  const faults: QueryFault[] = [];
  const all = joined(queryTokens(text));
  for (const [index, piece] of all.entries()) {
    const { part, fault } = read(piece);
    if (part) parts.push(part);
    const message = fault ?? slipOf(piece, text, all[index + 1], index === 0);
    if (message !== undefined) faults.push({ start: piece.start, end: piece.end, message });
  }
  const apart = timesApart(parts);
  if (apart !== undefined) faults.push({ start: 0, end: text.length, message: apart });
  return { query: { parts }, faults };
}

/** Two spans of time of which no day is in both: who writes that means from the one to the other. */
function timesApart(parts: readonly QueryPart[]): string | undefined {
  const spans = parts.filter((part) => part.kind === "time" && !part.not);
  const [from] = spans
    .flatMap((span) => ("from" in span && span.from) || [])
    .sort()
    .toReversed();
  const [to] = spans.flatMap((span) => ("to" in span && span.to) || []).sort();
  if (from === undefined || to === undefined || from.slice(0, to.length) <= to) return undefined;
  return `No day is in all of these times. For all from the one to the other write year:${to}..${from}.`;
}

/** `author: Sutton` and `arXiv: 2510.01171` are what they are without the blank. */
function joined(all: readonly QueryToken[]): QueryToken[] {
  const result: QueryToken[] = [];
  for (const piece of all) {
    const before = result.at(-1);
    const waits = before && !before.quoted && before.value === "" && takesNext(before);
    if (waits && piece.name === undefined && !piece.not && piece.value !== "") {
      const { value, quoted, open, end } = piece;
      result[result.length - 1] = { ...before, value, quoted, open, end };
    } else result.push(piece);
  }
  return result;
}

function takesNext({ name }: QueryToken): boolean {
  return name !== undefined && (operators.has(name.toLowerCase()) || /^(?:arxiv|doi)$/i.test(name));
}

/** What a piece that can be read most likely was not meant to be. */
function slipOf(
  { value, open, quoted, name, not }: QueryToken,
  text: string,
  following: QueryToken | undefined,
  isFirst: boolean,
): string | undefined {
  if (open) return `The quotation mark before “${value}” is not closed.`;
  if (name !== undefined || quoted || not) return undefined;
  const next = following ? text.slice(following.start, following.end).replace(/^-/, "") : "";
  if (/^[-–−]$/.test(value) && isFirst) {
    return `A minus leaves out the word right behind it. Write -${/[\p{L}\p{N}]/u.test(next) ? next : "bandits"}, without a blank.`;
  }
  if (value === "NOT" && next !== "") return `“NOT” leaves nothing out. Write -${next}.`;
  if (value === "OR" && !isFirst && next !== "")
    return "“OR” makes some of the words enough; papers that have all of them come first.";
  return undefined;
}

const fields: Record<string, FieldName> = {
  title: "title",
  author: "author",
  by: "author",
  topic: "topic",
  org: "org",
  organization: "org",
  organisation: "org",
  source: "source",
};

const operators: ReadonlySet<string> = new Set([
  ...Object.keys(fields),
  ...["year", "month", "date", "has", "is", "status"],
]);

function read({ not, name, value, quoted }: QueryToken): { part?: QueryPart; fault?: string } {
  const ids = quoted ? undefined : idsIn(name === undefined ? value : `${name}:${value}`);
  const id = ids?.arxiv ?? ids?.doi;
  if (id !== undefined) return { part: { kind: "word", text: id, not } };
  if (name === undefined) {
    if (value === "") return { fault: "There is nothing between the quotation marks." };
    return { part: { kind: quoted ? "phrase" : "word", text: value, not } };
  }
  const operator = name.toLowerCase();
  const field = Object.hasOwn(fields, operator) ? fields[operator] : undefined;
  if (field) {
    if (value === "")
      return { fault: `After “${name}:” a word is missing, such as ${name}:${example(field)}.` };
    return { part: { kind: "field", field, text: value, phrase: quoted, not } };
  }
  switch (operator) {
    case "year":
    case "month":
    case "date": {
      const time = parseTime(value, operator);
      if (typeof time === "string") return { fault: time };
      return { part: { kind: "time", ...time, not } };
    }
    case "has": {
      const what = value.toLowerCase().replace(/^note$/, "notes");
      if (what === "code" || what === "notes") return { part: { kind: "has", what, not } };
      return { fault: unknownValue("has", value, "Write has:code or has:notes.") };
    }
    case "is": {
      const what = value.toLowerCase();
      if (what === "saved" || what === "read" || what === "unread") {
        return { part: { kind: "is", what, not } };
      }
      return { fault: unknownValue("is", value, "Write is:saved, is:read or is:unread.") };
    }
    case "status":
      if (value === "")
        return { fault: unknownValue("status", value, "Write status:to-read, for example.") };
      return { part: { kind: "status", text: value, not } };
  }
  // A colon in ordinary text: `Verbalized Sampling: How to …`, `https://…`.
  const text = value === "" ? name : `${name}:${value}`;
  const part: QueryPart = { kind: quoted ? "phrase" : "word", text, not };
  const ordinary = value === "" || value.startsWith("//");
  return ordinary ? { part } : { part, fault: unknownOperator(name) };
}

function unknownValue(name: string, value: string, how: string): string {
  return value === ""
    ? `After “${name}:” a word is missing. ${how}`
    : `“${name}:${value}” is not known. ${how}`;
}

function example(field: FieldName): string {
  return { title: "bandits", author: "Sutton", topic: "agents", org: "Google", source: "arXiv" }[
    field
  ];
}
