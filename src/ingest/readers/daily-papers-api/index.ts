import type { Message } from "../../../schemas/message.ts";
import { dayInName } from "../../../text/dates.ts";
import type { RawPaper } from "../../raw-paper.ts";
import { type Json, type Placed, parseJson } from "../json/parse-json.ts";
import { isObject, seedJson } from "../json/seed-json.ts";
import type { Reader } from "../reader.ts";
import { atMost, jsonFault, unknownRecord } from "../reports.ts";
import { format, type RecordPlace, readItem } from "./record.ts";
import { emptyDay, errorAnswer, unreadLiteral } from "./reports.ts";

/**
 * Answers of the Daily Papers API: a day's list, days as JSON lines with or without their date, a
 * single paper. Dumps also hold days as lists of Python's printed values, and answers that are
 * errors.
 */
export const dailyPapersApi: Reader = {
  format,
  recognises: (seed) => {
    const json = seedJson(seed);
    // A list of which damage has left nothing may be of any format.
    const isDamaged = json?.faults.some(({ lost }) => lost) ?? false;
    return (
      json?.values.some(({ value }) => isOurs(value) && !(isDamaged && isEmpty(value))) ?? false
    );
  },
  read: (seed) => {
    const json = seedJson(seed);
    const messages: Message[] = [];
    if (!json) return { value: [], messages };
    messages.push(...json.faults.map((fault) => jsonFault(seed.path, fault)));
    const value: RawPaper[] = [];
    const fileDay = json.values.length === 1 ? dayInName(seed.path) : undefined;
    const context = { file: seed.path, fileDay, day: undefined };
    for (const placed of json.values) {
      for (const paper of walk(json, placed, context, messages)) value.push(paper);
    }
    return { value, messages: atMost(seed.path, messages) };
  },
};

/** A list of lists is as deep as any dump goes. */
const deepestDay = 2;

/** Whether a value is a day, an item, a paper, or a list that begins with one. */
function isOurs(value: unknown, depth = 0): boolean {
  if (Array.isArray(value)) {
    if (value.length === 0 || depth === deepestDay) return value.length === 0 && depth === 0;
    return value.slice(0, 20).some((inner) => isOurs(inner, depth + 1));
  }
  if (typeof value === "string") return isPythonItem(value);
  if (!isObject(value)) return false;
  if (Array.isArray(value["papers"])) return true;
  return isObject(value["paper"]) || isPaper(value);
}

function isEmpty(value: unknown): boolean {
  return Array.isArray(value) && value.length === 0;
}

function isPythonItem(text: string): boolean {
  return /^\s*\{\s*["'](?:paper|title|publishedAt|numComments)["']\s*:/.test(text);
}

function isPaper(value: Record<string, unknown>): boolean {
  return ["id", "title", "summary", "publishedAt"].every((key) => key in value);
}

type Context = Omit<RecordPlace, "line">;

function walk(
  json: Json,
  { value, line }: Placed,
  context: Context,
  messages: Message[],
): RawPaper[] {
  const { file } = context;
  const place = { ...context, line };
  if (Array.isArray(value)) return walkList(json, value, place, messages);
  if (typeof value === "string" && isPythonItem(value)) {
    const literal = parseJson(value, "python");
    const lost = literal.faults.find((fault) => fault.lost);
    if (lost) messages.push(unreadLiteral(file, line, lost.reason));
    return literal.values.flatMap((inner) => walk(literal, { ...inner, line }, context, messages));
  }
  if (isObject(value)) {
    const { papers, day, date, error } = value;
    if (Array.isArray(papers)) {
      const given = [day, date, context.day].find((one) => typeof one === "string");
      return walkList(json, papers, { ...place, day: given }, messages);
    }
    if (isObject(value["paper"])) return readItem(value, place, messages);
    if (isPaper(value)) return readItem({ paper: value }, place, messages);
    if (typeof error === "string") {
      messages.push(errorAnswer(file, line, error));
      return [];
    }
  }
  messages.push(unknownRecord(file, line, "the Daily Papers API"));
  return [];
}

function walkList(
  json: Json,
  list: unknown[],
  { line, ...context }: RecordPlace,
  messages: Message[],
): RawPaper[] {
  if (list.length === 0) messages.push(emptyDay(context.file, line, context.day));
  return json.elements(list).flatMap((inner) => {
    // Lists in a list are days; deeper ones are no dump's, and might go on for ever.
    if (!Array.isArray(inner.value)) return walk(json, inner, context, messages);
    return json.elements(inner.value).flatMap((one) => {
      const value = Array.isArray(one.value) ? undefined : one.value;
      return walk(json, { ...one, value }, context, messages);
    });
  });
}
