import { searchQuery } from "../../i18n/strings.ts";
import { idsIn } from "../../text/paper-ids.ts";
import { statuses } from "../index/columns.ts";
import { parseTime } from "./parse-time.ts";
import type { FieldName, ParsedQuery, QueryFault, QueryPart } from "./query.ts";
import { type QueryToken, queryTokens } from "./query-tokens.ts";
import { unknownOperator } from "./unknown-operator.ts";

/**
 * Parses a query. It accepts any text: what it does not understand is explained in `faults` and, where
 * possible, searched as words.
 */
export function parseQuery(text: string): ParsedQuery {
  const parts: QueryPart[] = [];
  const faults: QueryFault[] = [];
  const tokens = joinOperators(queryTokens(text));
  for (const [index, token] of tokens.entries()) {
    const { part, fault } = parseToken(token);
    if (part) parts.push(part);
    const message = fault ?? likelyMistake(token, text, tokens[index + 1], index === 0);
    if (message !== undefined) faults.push({ start: token.start, end: token.end, message });
  }
  const disjoint = disjointRanges(parts);
  if (disjoint !== undefined) faults.push({ start: 0, end: text.length, message: disjoint });
  return { query: { parts }, faults };
}

/**
 * Explains ranges of time without a common day: probably the whole span from one to the other is
 * meant.
 */
function disjointRanges(parts: readonly QueryPart[]): string | undefined {
  const ranges = parts.filter((part) => part.kind === "time" && !part.not);
  const from = ranges
    .flatMap((range) => ("from" in range && range.from) || [])
    .sort()
    .at(-1);
  const [to] = ranges.flatMap((range) => ("to" in range && range.to) || []).sort();
  if (from === undefined || to === undefined || from.slice(0, to.length) <= to) return undefined;
  return searchQuery.disjointRanges(`${to}..${from}`);
}

/** Joins an operator with the value after a space: `author: Sutton`, `arXiv: 2510.01171`. */
function joinOperators(tokens: readonly QueryToken[]): QueryToken[] {
  const joined: QueryToken[] = [];
  for (const token of tokens) {
    const previous = joined.at(-1);
    const isOpen = previous && !previous.quoted && previous.value === "" && takesValue(previous);
    if (isOpen && token.name === undefined && !token.not && token.value !== "") {
      const { value, quoted, unclosed, end } = token;
      joined[joined.length - 1] = { ...previous, value, quoted, unclosed, end };
    } else joined.push(token);
  }
  return joined;
}

function takesValue({ name }: QueryToken): boolean {
  return name !== undefined && (operators.has(name.toLowerCase()) || /^(?:arxiv|doi)$/i.test(name));
}

/** A warning about a token that can be parsed but probably means something else. */
function likelyMistake(
  { value, unclosed, quoted, name, not }: QueryToken,
  text: string,
  following: QueryToken | undefined,
  isFirst: boolean,
): string | undefined {
  if (unclosed) return searchQuery.unclosedQuote(value);
  if (name !== undefined || quoted || not) return undefined;
  const next = following ? text.slice(following.start, following.end).replace(/^-/, "") : "";
  if (/^[-–−]$/.test(value) && isFirst) {
    return searchQuery.detachedMinus(/[\p{L}\p{N}]/u.test(next) ? next : "bandits");
  }
  if (value === "NOT" && next !== "") return searchQuery.notKeyword(next);
  if (value === "OR" && !isFirst && next !== "") return searchQuery.orKeyword;
  return undefined;
}

const fields: ReadonlyMap<string, FieldName> = new Map([
  ["title", "title"],
  ["author", "author"],
  ["by", "author"],
  ["topic", "topic"],
  ["org", "org"],
  ["organization", "org"],
  ["organisation", "org"],
  ["source", "source"],
]);

const examples: Record<FieldName, string> = {
  title: "bandits",
  author: "Sutton",
  topic: "agents",
  org: "Google",
  source: "arXiv",
};

const operators: ReadonlySet<string> = new Set([
  ...fields.keys(),
  ...["year", "month", "date", "has", "is", "status"],
]);

interface ParsedToken {
  part?: QueryPart;
  fault?: string;
}

function parseToken(token: QueryToken): ParsedToken {
  const { not, name, value, quoted } = token;
  const ids = quoted ? undefined : idsIn(name === undefined ? value : `${name}:${value}`);
  const id = ids?.arxiv ?? ids?.doi;
  if (id !== undefined) return { part: { kind: "word", text: id, not } };
  if (name === undefined) {
    if (value === "") return { fault: searchQuery.emptyQuotes };
    return { part: { kind: quoted ? "phrase" : "word", text: value, not } };
  }
  const operator = parseOperator(name.toLowerCase(), token);
  if (operator) return operator;
  // A colon in ordinary text: `Verbalized Sampling: How to …`, `https://…`.
  const text = value === "" ? name : `${name}:${value}`;
  const part: QueryPart = { kind: quoted ? "phrase" : "word", text, not };
  const isOrdinary = value === "" || value.startsWith("//");
  return isOrdinary ? { part } : { part, fault: unknownOperator(name) };
}

/** Parses an operator and its value; undefined if the name is not an operator. */
function parseOperator(
  operator: string,
  { not, name = "", value, quoted }: QueryToken,
): ParsedToken | undefined {
  const field = fields.get(operator);
  if (field) {
    if (value === "") return { fault: searchQuery.missingWord(name, examples[field]) };
    return { part: { kind: "field", field, text: value, phrase: quoted, not } };
  }
  switch (operator) {
    case "year":
    case "month":
    case "date": {
      const time = parseTime(value, operator);
      return typeof time === "string" ? { fault: time } : { part: { kind: "time", ...time, not } };
    }
    case "has": {
      const what = value.toLowerCase().replace(/^note$/, "notes");
      if (what === "code" || what === "notes") return { part: { kind: "has", what, not } };
      return { fault: wrongValue("has", value, ["code", "notes"]) };
    }
    case "is": {
      const what = value.toLowerCase();
      if (what === "saved" || what === "read" || what === "unread") {
        return { part: { kind: "is", what, not } };
      }
      return { fault: wrongValue("is", value, ["saved", "read", "unread"]) };
    }
    case "status":
      if (value === "") return { fault: wrongValue("status", value, statuses) };
      return { part: { kind: "status", text: value, not } };
    default:
      return undefined;
  }
}

function wrongValue(operator: string, value: string, values: readonly string[]): string {
  return value === ""
    ? searchQuery.missingValue(operator, values)
    : searchQuery.unknownValue(operator, value, values);
}
