import { lineIndex } from "../../../text/line-index.ts";
import { type Dialect, Fault, readLiteral, readString } from "./literals.ts";

/** A value with the line on which it begins. */
export interface Placed {
  value: unknown;
  line: number;
}

/** What is wrong with a text, and the line of the record that it costs, if it costs one. */
export interface JsonFault {
  line: number;
  reason: string;
  /** The record is lost; else it was read all the same. */
  lost: boolean;
}

/** A JSON text, or one with a value a line. */
export interface Json {
  values: Placed[];
  /** The elements of a list in this text, each with its line. */
  elements: (list: unknown[]) => Placed[];
  faults: JsonFault[];
}

interface Open {
  at: number;
  close: string;
  list?: unknown[];
  places?: number[];
  object?: Record<string, unknown>;
  /** The key whose value comes next. */
  key?: string | undefined;
  firstKey?: string;
}

const blanks = /[\s\uFEFF]*/y;

/**
 * Reads JSON that may be damaged: where a record is broken or cut off, it is reported and reading
 * goes on with the next one. Of a key that stands twice in an object the last value counts, and
 * that is reported too. Lists and objects may be nested as deep as memory goes.
 */
export function parseJson(text: string, dialect: Dialect = "json"): Json {
  const lineOf = lineIndex(text);
  const places = new WeakMap<unknown[], number[]>();
  const faults: JsonFault[] = [];
  const values: { value: unknown; at: number }[] = [];
  const stack: Open[] = [];
  const next = nextRecords(text);
  let at = 0;
  // The record read last: the next one very likely looks like it.
  let model: Open | undefined;
  // The first one, and the names with which those begin that stand before any damage: an object
  // within a damaged record looks like a record, too.
  let first: Open | undefined;
  const beginnings = new Set<string>();
  // The list of records closed last, and how many values there were before it.
  let closed: { list: Open; before: number } | undefined;

  const blank = () => {
    const code = text.charCodeAt(at);
    if (code > 0x20 && code < 0x7f) return;
    blanks.lastIndex = at;
    blanks.test(text);
    at = blanks.lastIndex;
  };
  const take = (value: unknown, start: number) => {
    const open = stack.at(-1);
    if (!open) values.push({ value, at: start });
    else if (open.list) {
      open.list.push(value);
      open.places?.push(start);
    } else if (open.object && open.key !== undefined) {
      if (Object.hasOwn(open.object, open.key)) {
        const reason = `"${open.key}" stands twice in one record; the last one counts`;
        faults.push({ line: lineOf(start), reason, lost: false });
      }
      // Assigning this one would change what the object is.
      if (open.key !== "__proto__") open.object[open.key] = value;
      open.key = undefined;
    }
  };
  const step = () => {
    const open = stack.at(-1);
    const start = at;
    const sign = text.charAt(at);
    if (open && sign === open.close) {
      at += 1;
      stack.pop();
      if (open.list) places.set(open.list, open.places ?? []);
      else if (stack.length <= 2 && isRecordList(stack)) {
        const { firstKey } = open;
        if (firstKey !== undefined && !faults.some(({ lost }) => lost)) beginnings.add(firstKey);
        if (beginnings.size === 0 || beginnings.has(firstKey ?? "")) model = open;
        first ??= open;
      }
      if (open.list && stack.length === 0) closed = { list: open, before: values.length };
      take(open.list ?? open.object, open.at);
    } else if (sign === ",") {
      at += 1;
    } else if (open?.object && open.key === undefined) {
      const isQuote = sign === '"' || (sign === "'" && dialect === "python");
      if (!isQuote) throw new Fault(at, `"${sign}" stands where a name belongs`);
      const { value, end } = readString(text, at, dialect);
      at = end;
      blank();
      if (text.charAt(at) !== ":") throw new Fault(at, "a colon is missing here");
      at += 1;
      open.key = String(value);
      open.firstKey ??= open.key;
    } else if (sign === "{") {
      at += 1;
      stack.push({ at: start, close: "}", object: {} });
    } else if (sign === "[" || (sign === "(" && dialect === "python")) {
      at += 1;
      stack.push({ at: start, close: sign === "[" ? "]" : ")", list: [], places: [] });
    } else {
      const { value, end } = readLiteral(text, at, dialect);
      // Behind a quotation mark too many the next record looks like a text.
      if (model && stack.length <= 2 && isRecordList(stack) && String(value).includes("{")) {
        throw new Fault(at, "a text stands where a record belongs");
      }
      at = end;
      take(value, start);
    }
  };
  const recover = (reason: string, where: number) => {
    const broken = brokenRecord(stack);
    const lost = broken ? (broken.record?.at ?? where) : (stack[0]?.at ?? where);
    faults.push({ line: lineOf(lost), reason: `${reason} (line ${lineOf(where)})`, lost: true });
    const like = broken?.record?.firstKey === undefined ? model : broken.record;
    const from = broken?.record ? lost : where;
    const here = broken && recordHere(text, where, stack.length - broken.depth);
    const names = new Set(beginnings);
    if (broken?.record?.firstKey !== undefined) names.add(broken.record.firstKey);
    const likely = [
      here !== undefined && beginsLike(text, here, names) ? here : undefined,
      next(firstName(like?.firstKey), from),
      next(like && sameIndent(text, like.at), from),
      next(like ? undefined : newText, from),
    ];
    const nearest = Math.min(...likely.map((place) => place ?? text.length));
    const ofLine = next(newLine, lost);
    // A bracket within a damaged record closed the list around it, and its records go on.
    const again = Math.min(
      next(firstName(first?.firstKey), where) ?? text.length,
      next(first && sameIndent(text, first.at), where) ?? text.length,
    );
    if (closed && stack.length === 0 && again < (ofLine ?? text.length)) {
      values.length = closed.before;
      stack.push(closed.list);
      closed = undefined;
      at = again;
      return;
    }
    if (broken && nearest < (ofLine ?? text.length)) {
      stack.length = broken.depth + 1;
      at = nearest;
      return;
    }
    // The lists around the broken record keep what they have.
    while (stack.length > (broken ? broken.depth + 1 : 0)) stack.pop();
    while (stack.length > 0) {
      const open = stack.pop();
      if (!open) break;
      if (open.list) places.set(open.list, open.places ?? []);
      take(open.list ?? open.object, open.at);
    }
    const isInObject = lost < where && !broken;
    const ofList = isInObject ? next(listOfRecords, lost) : undefined;
    at = Math.min(
      ofLine === undefined ? text.length : ofLine + 1,
      ofList ?? text.length,
      broken ? text.length : nearest,
    );
  };

  for (;;) {
    blank();
    if (at >= text.length && stack.length === 0) break;
    try {
      if (at >= text.length) throw new Fault(at, "the text ends in the middle of a record");
      step();
    } catch (error) {
      if (!(error instanceof Fault)) throw error;
      recover(error.message, error.at);
    }
  }
  const elements = (list: unknown[]) =>
    list.map((value, index) => ({ value, line: lineOf(places.get(list)?.[index] ?? 0) }));
  return {
    values: values.map(({ value, at: start }) => ({ value, line: lineOf(start) })),
    elements,
    faults,
  };
}

interface Broken {
  list: Open;
  depth: number;
  record?: Open;
}

/** Names under which APIs and programs give a list of records. */
const containers = new Set(["papers", "items", "data", "entries", "results", "references"]);

/** The list of records that is open, and the record in it that is being read. */
function brokenRecord(stack: Open[]): Broken | undefined {
  const depth = stack.findIndex(({ list }) => list !== undefined);
  const [list, record] = [stack[depth], stack[depth + 1]];
  const isRecords = depth === 0 || (depth === 1 && containers.has(stack[0]?.key ?? ""));
  return list && isRecords ? { list, depth, ...(record ? { record } : {}) } : undefined;
}

function isRecordList(stack: Open[]): boolean {
  return brokenRecord(stack)?.depth === stack.length - 1;
}

/** A record that begins where reading failed: in the list, behind few signs; in a record, at once. */
function recordHere(text: string, where: number, depth: number): number | undefined {
  if (depth > 2) return undefined;
  const begin = depth === 1 ? /[^{]?[^"'[\]{}]{0,100}\{/y : /\{/y;
  begin.lastIndex = where;
  return begin.test(text) ? begin.lastIndex - 1 : undefined;
}

/** Whether an object begins with one of these names; any does where none is known. */
function beginsLike(text: string, at: number, names: ReadonlySet<string>): boolean {
  if (names.size === 0) return true;
  const [, name = ""] = /^\{\s*["']([^"']*)/.exec(text.slice(at, at + 200)) ?? [];
  return names.has(name);
}

/** Where such a list begins. */
const listOfRecords = String.raw`(?<=["'](?:${[...containers].join("|")})["']\s{0,20}:\s{0,20})\[`;

/** A line that opens a value without indentation, as in JSON lines. */
const newLine = String.raw`[\r\n](?=[[{]["'{[])`;

/** In a file printed over many lines: an object that opens a line, as far from its edge. */
function sameIndent(text: string, at: number): string | undefined {
  const before = /(?:^|[\r\n])([ \t]{1,80})$/.exec(text.slice(Math.max(0, at - 81), at))?.[1];
  return before === undefined ? undefined : String.raw`(?<=[\r\n])${before}\{`;
}

/** A text that holds a record itself, as when a program printed each into a list. */
const newText = String.raw`"\{\s*'`;

/** An object that begins with the same name as the broken one: very likely the next record. */
function firstName(key: string | undefined): string | undefined {
  return key === undefined ? undefined : String.raw`\{\s*["']${RegExp.escape(key)}["']\s*:`;
}

/** Finds where a pattern stands next behind an offset; each part of the text is searched once. */
function nextRecords(text: string) {
  const known = new Map<string, { from: number; found: number | undefined }>();
  return (pattern: string | undefined, from: number): number | undefined => {
    if (pattern === undefined) return undefined;
    const before = known.get(pattern);
    if (before && before.from <= from && from < (before.found ?? text.length)) return before.found;
    const search = new RegExp(pattern, "g");
    search.lastIndex = from + 1;
    const found = search.exec(text)?.index;
    known.set(pattern, { from, found });
    return found;
  };
}
