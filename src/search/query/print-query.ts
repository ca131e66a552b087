import type { Query, QueryPart } from "./query.ts";

/** Writes a query as a reader would type it; reading it again gives the same query. */
export function printQuery({ parts }: Query): string {
  return parts.map((part) => (part.not ? "-" : "") + printPart(part)).join(" ");
}

function printPart(part: QueryPart): string {
  switch (part.kind) {
    case "word":
      return part.text;
    case "phrase":
      return `"${part.text}"`;
    case "field":
      return `${part.field}:${part.phrase ? `"${part.text}"` : part.text}`;
    case "time":
      return printTime(part);
    case "has":
    case "is":
      return `${part.kind}:${part.what}`;
    case "status":
      return `status:${/\s/u.test(part.text) ? `"${part.text}"` : part.text}`;
  }
}

function printTime({ from = "", to = "" }: { from?: string; to?: string }): string {
  const name = Math.max(from.length, to.length) > 4 ? "month" : "year";
  return `${name}:${from === to ? from : `${from}..${to}`}`;
}
