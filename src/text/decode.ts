import type { Message } from "../schemas/message.ts";

/** A line of a seed that is not blank: 1-based number, text without blanks at its ends. */
export interface Line {
  number: number;
  text: string;
  /** Whether a blank line, or the file's start, stands before it. */
  afterBlank: boolean;
}

const utf16Marks: [number, number, string][] = [
  [0xff, 0xfe, "utf-16le"],
  [0xfe, 0xff, "utf-16be"],
];

/**
 * The text of a seed file. Byte order marks are honoured; bytes that are no UTF-8 become U+FFFD
 * and a message with the line where they stand.
 */
export function decode(path: string, bytes: Uint8Array): { text: string; messages: Message[] } {
  const marked = utf16Marks.find(([a, b]) => bytes[0] === a && bytes[1] === b);
  const encoding = marked ? marked[2] : "utf-8";
  try {
    return { text: new TextDecoder(encoding, { fatal: true }).decode(bytes), messages: [] };
  } catch {
    const text = new TextDecoder(encoding).decode(bytes);
    const line = text.slice(0, text.indexOf("\uFFFD")).split(lineEnd).length;
    return {
      text,
      messages: [
        {
          rule: "encoding",
          severity: "error",
          reason: `The bytes from here on are not all valid ${encoding.toUpperCase()}; each bad one is shown as \uFFFD.`,
          place: { file: path, line },
          hint: "Save the file again as UTF-8, or copy the page anew if the file was cut off.",
        },
      ],
    };
  }
}

// Unicode's line breaks, UAX #14: CRLF, LF, CR, VT, FF, NEL, LS, PS.
const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
// White space by Unicode, and the invisible signs that pages put in its place.
const blank = /[\s\u00AD\u200B\u200E\u200F\u2060\uFEFF]/;

/** A text without blanks at its ends. By hand: a pattern that ends in `$` is quadratic. */
function withoutBlanks(text: string): string {
  let start = 0;
  let end = text.length;
  while (start < end && blank.test(text.charAt(start))) start += 1;
  while (end > start && blank.test(text.charAt(end - 1))) end -= 1;
  return text.slice(start, end);
}

/** The lines of a text that are not blank. */
export function contentLines(text: string): Line[] {
  const lines: Line[] = [];
  let afterBlank = true;
  for (const [index, raw] of text.split(lineEnd).entries()) {
    const trimmed = withoutBlanks(raw);
    if (trimmed === "") {
      afterBlank = true;
    } else {
      lines.push({ number: index + 1, text: trimmed, afterBlank });
      afterBlank = false;
    }
  }
  return lines;
}
