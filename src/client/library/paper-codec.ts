import { formatVersion, type PrivateNote, type SavedPaper } from "./saved-paper.ts";

/** Why a stored record cannot be read. */
export type PaperError =
  | "not-json"
  | "not-an-object"
  | "no-version"
  | "newer-version"
  | "no-title"
  | "bad-published"
  | "bad-saved"
  | "bad-read"
  | "bad-note";

/** The paper of a record, or why the record cannot be read. */
export type Decoded = { paper: SavedPaper } | { error: PaperError };

/** Whether a value can be a paper's id. */
export function isPaperId(value: unknown): value is string {
  return typeof value === "string" && /^[a-z0-9][a-z0-9._-]{0,99}$/.test(value);
}

/** The text that is stored for a paper. */
export function encodePaper(paper: SavedPaper): string {
  return JSON.stringify({ v: formatVersion, ...paper });
}

/** Reads what `encodePaper` wrote. Returns an error for anything else, and never throws. */
export function decodePaper(text: string): Decoded {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { error: "not-json" };
  }
  if (!isObject(value)) return { error: "not-an-object" };
  const version = value["v"];
  if (typeof version !== "number") return { error: "no-version" };
  return version > formatVersion ? { error: "newer-version" } : validatePaper(value);
}

/**
 * Validates a value of unknown origin and drops unknown fields. Written by hand, because this code is
 * part of every page of papers, where a schema library would outweigh everything else.
 */
export function validatePaper(value: unknown): Decoded {
  if (!isObject(value)) return { error: "not-an-object" };
  const { title, published, saved, read, note } = value;
  if (typeof title !== "string" || title.trim() === "") return { error: "no-title" };
  if (published !== undefined && !isPeriod(published)) return { error: "bad-published" };
  if (saved !== undefined && !isInstant(saved)) return { error: "bad-saved" };
  if (read !== undefined && !isInstant(read)) return { error: "bad-read" };
  if (note !== undefined && !isNote(note)) return { error: "bad-note" };
  const paper: SavedPaper = { title };
  if (published !== undefined) paper.published = published;
  if (saved !== undefined) paper.saved = saved;
  if (read !== undefined) paper.read = read;
  if (note !== undefined) paper.note = { text: note.text, written: note.written };
  return { paper };
}

function isNote(value: unknown): value is PrivateNote {
  return isObject(value) && typeof value["text"] === "string" && isInstant(value["written"]);
}

function isInstant(value: unknown): value is string {
  return typeof value === "string" && /^\d{4}-\d\d-\d\dT[\d:.]+Z$/.test(value) && isDate(value);
}

function isPeriod(value: unknown): value is string {
  return typeof value === "string" && /^\d{4}(-\d\d){0,2}$/.test(value) && isDate(value);
}

function isDate(value: string): boolean {
  return !Number.isNaN(Date.parse(value));
}

/** Whether a value is an object that is no array, so that its fields can be read. */
export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
