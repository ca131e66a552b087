import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { gunzipSync } from "node:zlib";

/** A record of the shared format: the original text, and the text as the source shows it. */
export interface MathRecord {
  readonly id: string;
  readonly title: string;
  readonly original: string;
  readonly degraded: string;
  readonly kind: string;
  readonly area: string;
  readonly era: string;
  /** The name of its file without extensions, such as `real_pairs`. */
  readonly set: string;
}

const textOf = (record: object, key: string): string => {
  const value: unknown = Reflect.get(record, key);
  return typeof value === "string" ? value : "";
};

function parseRecord(line: string): object | undefined {
  try {
    const value: unknown = JSON.parse(line);
    if (typeof value !== "object" || value === null) return undefined;
    const texts = [Reflect.get(value, "original"), Reflect.get(value, "degraded")];
    return texts.every((text) => typeof text === "string") ? value : undefined;
  } catch {
    return undefined;
  }
}

/** Reads a file of gzipped (or plain) JSON lines. Throws with file and line on a broken one. */
export function readRecords(file: string): MathRecord[] {
  const bytes = readFileSync(file);
  const text = (bytes[0] === 0x1f ? gunzipSync(bytes) : bytes).toString("utf8");
  const set = basename(file).replace(/\.jsonl(\.gz)?$/, "");
  return text.split("\n").flatMap((line, index) => {
    if (line.trim() === "") return [];
    const value = parseRecord(line);
    if (value === undefined) {
      throw new Error(
        `${file}:${index + 1}: not a record with "original" and "degraded": ${line.slice(0, 40)}`,
      );
    }
    const record = {
      id: textOf(value, "id"),
      title: textOf(value, "title"),
      original: textOf(value, "original"),
      degraded: textOf(value, "degraded"),
      kind: textOf(value, "kind"),
      area: textOf(value, "area"),
      era: textOf(value, "era"),
      set,
    };
    return [record];
  });
}

/**
 * The titles of texts without formulas, as texts of their own. The files have titles on their own
 * only if these have formulas, and a model must not learn that every title has one.
 */
export const controlTitles = (records: readonly MathRecord[]): MathRecord[] =>
  records
    .filter(({ set, title }) => /_controls$/.test(set) && title !== "" && !/[$\\]/.test(title))
    .map((record) => ({
      ...record,
      set: record.set.replace("controls", "titles_without"),
      original: record.title,
      degraded: record.title,
      area: "",
      era: "",
    }));
