import type { Message } from "../schemas/message.ts";
import { invalidEncoding, report } from "../schemas/rules.ts";
import { soundText } from "../schemas/sound-texts.ts";

/** A line of a seed that is not empty: its 1-based number, and its trimmed text. */
export interface Line {
  number: number;
  text: string;
  /** Whether it follows an empty line or is the first line. */
  afterBlankLine: boolean;
}

const utf16Marks: [number, number, string][] = [
  [0xff, 0xfe, "utf-16le"],
  [0xfe, 0xff, "utf-16be"],
];

/**
 * Decodes a seed as UTF-8, or as UTF-16 if a byte order mark says so. Invalid bytes become U+FFFD, and
 * a message names the first line that has one.
 */
export function decode(path: string, bytes: Uint8Array): { text: string; messages: Message[] } {
  const marked = utf16Marks.find(([a, b]) => bytes[0] === a && bytes[1] === b);
  const encoding = marked ? marked[2] : "utf-8";
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    return { text: soundText(text), messages: [] };
  } catch {
    const text = soundText(new TextDecoder(encoding).decode(bytes));
    const line = text.slice(0, text.indexOf("\uFFFD")).split(lineEnd).length;
    return {
      text,
      messages: [
        report(invalidEncoding, { encoding: encoding.toUpperCase() }, { file: path, line }),
      ],
    };
  }
}

const lineEnd = /\r\n|[\n\r]/;
// Unicode's other line breaks, UAX #14: VT, FF, NEL, LS, PS.
const otherLineEnd = /[\v\f\u0085\u2028\u2029]/;
// Unicode white space, and invisible characters that pages use like it.
const space = /[\s\u00AD\u200B\u200E\u200F\u2060\uFEFF]/;

/** Trims a text. A regular expression that ends in `$` would take quadratic time. */
function trimSpace(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && space.test(text.charAt(start))) start += 1;
  while (end > start && space.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/**
 * The lines of a text that are not empty. They end with LF, CR or CRLF, as editors count them.
 * Unicode's other line breaks end a line only in a text that has none of these; otherwise they are
 * characters of the text.
 */
export function contentLines(text: string): Line[] {
  const end = lineEnd.test(text) ? lineEnd : otherLineEnd;
  const lines: Line[] = [];
  let afterBlankLine = true;
  for (const [index, raw] of text.split(end).entries()) {
    const line = trimSpace(raw);
    if (line === "") {
      afterBlankLine = true;
    } else {
      lines.push({ number: index + 1, text: line, afterBlankLine });
      afterBlankLine = false;
    }
  }
  return lines;
}
