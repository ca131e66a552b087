import { jsonFormats, ownersJsonFields } from "./json-formats.ts";
import { markerOf } from "./markers.ts";
import { ownersTextFields, textFormats } from "./text-formats.ts";

/** The facts of a record by the names of its format's fields. */
export type Facts = Readonly<Record<string, string>>;

/** A format that readers take, and how a program writes it that trusts its texts. */
export interface HostileFormat {
  name: string;
  /** The fields in which hostile texts are tried. */
  fields: readonly string[];
  /** A sound record that is found again by its marker. */
  sound: (marker: string) => Facts;
  /** One record; records of a file are joined by `between`, within `before` and `after`. */
  record: (facts: Facts) => string;
  before: string;
  between: string;
  after: string;
}

/** A record of a file, with the lines that it takes. */
export interface WrittenRecord {
  marker: string;
  isHostile: boolean;
  firstLine: number;
  lastLine: number;
}

/** Every format that readers take. */
export const hostileFormats: readonly HostileFormat[] = [
  ...jsonFormats,
  ...textFormats,
  ...ownersJsonFields,
  ...ownersTextFields,
];

/** A file of records, of which some have a hostile text in one field. */
export function hostileFile(
  format: HostileFormat,
  field: string,
  texts: readonly (string | undefined)[],
): { text: string; records: WrittenRecord[] } {
  let text = format.before;
  const records = texts.map((hostile, index): WrittenRecord => {
    const marker = markerOf(index);
    const facts = format.sound(marker);
    if (index > 0) text += format.between;
    const firstLine = linesOf(text);
    text += format.record(hostile === undefined ? facts : { ...facts, [field]: hostile });
    return { marker, isHostile: hostile !== undefined, firstLine, lastLine: linesOf(text) };
  });
  return { text: text + format.after, records };
}

function linesOf(text: string): number {
  return text.split(/\r\n|\r|\n/).length;
}
