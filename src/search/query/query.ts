/** What a reader asks for: parts that all hold, as far as they are words in the order of the query. */
export type QueryPart =
  | { kind: "word"; text: string; not: boolean }
  | { kind: "phrase"; text: string; not: boolean }
  | { kind: "field"; field: FieldName; text: string; phrase: boolean; not: boolean }
  | { kind: "time"; from?: string; to?: string; not: boolean }
  | { kind: "has"; what: "code" | "notes"; not: boolean }
  | { kind: "is"; what: "saved" | "read" | "unread"; not: boolean }
  | { kind: "status"; text: string; not: boolean };

export type FieldName = "title" | "author" | "topic" | "org" | "source";

export interface Query {
  parts: QueryPart[];
}

/** Something in a query that could not be understood: where it stands, and what to write instead. */
export interface QueryFault {
  start: number;
  end: number;
  message: string;
}

export interface ParsedQuery {
  query: Query;
  faults: QueryFault[];
}
