import { type KeptPaper, keptVersion, type PrivateNote } from "./saved-paper.ts";

/** A paper as it was kept, or in a few words why that cannot be read. */
export type Reading = { kept: KeptPaper } | { fault: string; newer?: true };

/** Whether a text can be a paper's id. */
export function isPaperId(value: unknown): value is string {
  return typeof value === "string" && /^[a-z0-9][a-z0-9._-]{0,99}$/.test(value);
}

/** The text under which a paper is kept on the device. */
export function writeKept(kept: KeptPaper): string {
  return JSON.stringify({ v: keptVersion, ...kept });
}

/** Reads what `writeKept` wrote. Whatever else is there is a fault, never an exception. */
export function readKept(text: string): Reading {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return { fault: "it is not JSON, or was cut off" };
  }
  if (!isObject(value)) return { fault: "it is not an object" };
  const version = value["v"];
  if (typeof version !== "number") return { fault: "it names no version" };
  if (version > keptVersion) {
    return {
      fault: `it is of version ${version}, and this page reads ${keptVersion}`,
      newer: true,
    };
  }
  return checkKept(value);
}

/**
 * Checks a value of unknown origin, field by field: this code is on every page of a list, where a
 * schema library would weigh more than all the rest. Fields that are not known are left out.
 */
export function checkKept(value: unknown): Reading {
  if (!isObject(value)) return { fault: "it is not an object" };
  const { title, published, saved, read, note } = value;
  if (typeof title !== "string" || title.trim() === "") return { fault: "it has no title" };
  if (published !== undefined && !isPeriod(published)) {
    return { fault: "“published” is not a day, month or year" };
  }
  if (saved !== undefined && !isInstant(saved)) return { fault: "“saved” is not a time" };
  if (read !== undefined && !isInstant(read)) return { fault: "“read” is not a time" };
  if (note !== undefined && !isNote(note)) return { fault: "“note” has no text or no time" };
  return {
    kept: {
      title,
      ...(published === undefined ? {} : { published }),
      ...(saved === undefined ? {} : { saved }),
      ...(read === undefined ? {} : { read }),
      ...(note === undefined ? {} : { note: { text: note.text, written: note.written } }),
    },
  };
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

export function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
