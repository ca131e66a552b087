/** A part of a query. Papers must match all parts except words, which are used for ranking. */
export type QueryPart =
  | { kind: "word"; text: string; not: boolean }
  | { kind: "phrase"; text: string; not: boolean }
  | { kind: "field"; field: FieldName; text: string; phrase: boolean; not: boolean }
  | { kind: "time"; from?: string; to?: string; not: boolean }
  | { kind: "has"; what: "code" | "notes"; not: boolean }
  | { kind: "is"; what: "saved" | "read" | "unread"; not: boolean }
  | { kind: "status"; text: string; not: boolean };

/** The operators that search a field. */
export type FieldName = "title" | "author" | "topic" | "org" | "source";

/** A parsed query, its parts in the order in which they were typed. */
export interface Query {
  parts: QueryPart[];
}

/** A part of a query that could not be understood, and what to write instead. */
export interface QueryFault {
  /** The part's place in the text, in UTF-16 code units. */
  start: number;
  end: number;
  message: string;
}

/** A query as far as it was understood, and the parts that were not. */
export interface ParsedQuery {
  query: Query;
  faults: QueryFault[];
}
