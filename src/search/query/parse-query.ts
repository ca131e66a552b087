import { parseTime } from "./parse-time.ts";
import type { FieldName, ParsedQuery, QueryFault, QueryPart } from "./query.ts";

/**
 * Reads a query. It takes any text: what is not understood is explained in `faults` and, where it can
 * be, searched as words.
 */
export function parseQuery(text: string): ParsedQuery {
  const parts: QueryPart[] = [];
  const faults: QueryFault[] = [];
  for (const piece of pieces(text)) {
    const { part, fault } = read(piece);
    if (part) parts.push(part);
    const message =
      fault ??
      (piece.open ? `The quotation mark before “${piece.value}” is not closed.` : undefined);
    if (message !== undefined) faults.push({ start: piece.start, end: piece.end, message });
  }
  return { query: { parts }, faults };
}

interface Piece {
  not: boolean;
  name: string | undefined;
  value: string;
  quoted: boolean;
  /** The closing quotation mark is missing. */
  open: boolean;
  start: number;
  end: number;
}

const quote = /["“”„«»]/;
const pattern = /(-?)(?:([\p{L}]+):)?(?:["“”„«»]([^"“”„«»]*)(["“”„«»]?)|([^\s"“”„«»]*))/uy;

function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let at = 0;
  while (at < text.length) {
    if (/\s/u.test(text[at] ?? "")) {
      at += 1;
      continue;
    }
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    const [all = "", minus = "", name, inside, closing, bare = ""] = match ?? [];
    // Nothing matched: a sign that begins nothing.
    if (all === "") {
      at += 1;
      continue;
    }
    const quoted = inside !== undefined;
    const value = (inside ?? bare).replace(/\s+/gu, " ").trim();
    const alone = minus !== "" && name === undefined && !quoted && value === "";
    found.push({
      not: minus !== "" && !alone,
      name,
      value: alone ? minus : value,
      quoted,
      open: quoted && closing === "",
      start: at,
      end: at + all.length,
    });
    at += all.length;
  }
  return found;
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

/** Every name that may stand before a colon, as the page explains them. */
export const operatorNames = ["title", "author", "topic", "org", "year", "month", "has", "is"];

function read({ not, name, value, quoted }: Piece): { part?: QueryPart; fault?: string } {
  if (name === undefined) {
    if (value === "") return { fault: "There is nothing between the quotation marks." };
    return { part: { kind: quoted ? "phrase" : "word", text: value, not } };
  }
  const operator = name.toLowerCase();
  const field = fields[operator];
  if (field) {
    if (value === "")
      return { fault: `After “${name}:” a word is missing, such as ${name}:${example(field)}.` };
    return { part: { kind: "field", field, text: value, phrase: quoted, not } };
  }
  switch (operator) {
    case "year":
    case "month":
    case "date": {
      const time = parseTime(value);
      if (typeof time === "string") return { fault: time };
      return { part: { kind: "time", ...time, not } };
    }
    case "has": {
      const what = value.toLowerCase().replace(/^note$/, "notes");
      if (what === "code" || what === "notes") return { part: { kind: "has", what, not } };
      return { fault: `“has:${value}” is not known. Write has:code or has:notes.` };
    }
    case "is": {
      const what = value.toLowerCase();
      if (what === "saved" || what === "read" || what === "unread") {
        return { part: { kind: "is", what, not } };
      }
      return { fault: `“is:${value}” is not known. Write is:saved, is:read or is:unread.` };
    }
    case "status":
      if (value === "") return { fault: "After “status:” a word is missing." };
      return { part: { kind: "status", text: value, not } };
  }
  // A colon within what is no operator: `Verbalized:Sampling`, `https://…`.
  const word: QueryPart = { kind: "word", text: `${name}:${value}`.replace(quote, ""), not };
  if (value.startsWith("//")) return { part: word };
  const known = operatorNames.map((one) => `${one}:`).join(" ");
  const fault = `“${name}:” is not known, so it is searched as a word. Known are ${known}`;
  return { part: quoted ? { ...word, kind: "phrase" } : word, fault };
}

function example(field: FieldName): string {
  return { title: "bandits", author: "Sutton", topic: "agents", org: "Google", source: "arxiv" }[
    field
  ];
}
