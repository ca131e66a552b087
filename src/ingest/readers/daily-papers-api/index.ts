import { flatMapStaged, type Message, type Staged } from "../../../schemas/message.ts";
import {
  dailyPapersError,
  emptyDay,
  pythonExpression,
  report,
  unknownRecord,
} from "../../../schemas/rules.ts";
import { dayInName } from "../../../text/dates.ts";
import type { RawPaper } from "../../raw-paper.ts";
import { type Json, type Placed, parseJson } from "../json/parse-json.ts";
import { isObject, seedJson } from "../json/seed-json.ts";
import type { Reader } from "../reader.ts";
import { atMost, jsonFault } from "../reports.ts";
import { format, type RecordPlace, readItem } from "./record.ts";

/**
 * Responses of the Daily Papers API: the list of a day, days as JSON lines with or without their date,
 * or a single paper. Dumps also hold days as lists printed by Python, and error responses.
 */
export const dailyPapersApi: Reader = {
  format,
  recognises: (seed) => {
    const json = seedJson(seed);
    // A list that is empty because of damage may be of any format.
    const isDamaged = json?.faults.some(({ lost }) => lost) ?? false;
    return (
      json?.values.some(({ value }) => isOurs(value) && !(isDamaged && isEmpty(value))) ?? false
    );
  },
  read: (seed) => {
    const json = seedJson(seed);
    if (!json) return { value: [], messages: [] };
    const damage = json.faults.map((fault) => jsonFault(seed.path, fault));
    const fileDay = json.values.length === 1 ? dayInName(seed.path) : undefined;
    const context = { file: seed.path, fileDay, day: undefined };
    const { value, messages } = flatMapStaged(json.values, (placed) => walk(json, placed, context));
    return { value, messages: atMost(seed.path, [...damage, ...messages]) };
  },
};

/** Dumps nest lists no deeper than this. */
const deepestDay = 2;

/** Whether a value is a day, an item, a paper, or a list of them. */
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

function walk(json: Json, { value, line }: Placed, context: Context): Staged<RawPaper[]> {
  const place = { ...context, line };
  const problem = (message: Message) => ({ value: [], messages: [message] });
  const at = { file: context.file, line };
  if (Array.isArray(value)) return walkList(json, value, place);
  if (typeof value === "string" && isPythonItem(value)) return walkPython(value, line, context);
  if (isObject(value)) {
    const { papers, day, date, read, error } = value;
    if (Array.isArray(papers)) {
      const given = [day, date, context.day].find((one) => typeof one === "string");
      const readOn = typeof read === "string" ? read : context.read;
      return walkList(json, papers, { ...place, day: given, read: readOn });
    }
    if (isObject(value["paper"])) return readItem(value, place);
    if (isPaper(value)) return readItem({ paper: value }, place);
    if (typeof error === "string") return problem(report(dailyPapersError, { error }, at));
  }
  return problem(report(unknownRecord, { format: "the Daily Papers API" }, at));
}

/** Reads an item that Python printed. All of it is on one line. */
function walkPython(text: string, line: number, context: Context): Staged<RawPaper[]> {
  const literal = parseJson(text, "python");
  const lost = literal.faults.find((fault) => fault.lost);
  const { value, messages } = flatMapStaged(literal.values, (inner) =>
    walk(literal, { ...inner, line }, context),
  );
  const unread = lost && report(pythonExpression, lost, { file: context.file, line });
  return { value, messages: unread ? [unread, ...messages] : messages };
}

function walkList(
  json: Json,
  list: unknown[],
  { line, ...context }: RecordPlace,
): Staged<RawPaper[]> {
  const { value, messages } = flatMapStaged(json.elements(list), (inner) => {
    if (!Array.isArray(inner.value)) return walk(json, inner, context);
    // Lists in a list are days. Deeper lists are not read: dumps have none, and hostile files could
    // nest them endlessly.
    return flatMapStaged(json.elements(inner.value), (one) => {
      const value = Array.isArray(one.value) ? undefined : one.value;
      return walk(json, { ...one, value }, context);
    });
  });
  if (list.length > 0) return { value, messages };
  const empty = { day: context.day ?? "This day" };
  return { value, messages: [report(emptyDay, empty, { file: context.file, line })] };
}
