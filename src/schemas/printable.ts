// Controls except for tab and line breaks, and bidirectional overrides and isolates, which can make a
// text read as another one (Unicode TR36).
const hidden = /(?![\t\n\r])[\p{Cc}\u202A-\u202E\u2066-\u2069]/gu;

/**
 * A text without characters that no page, feed or address can hold: control characters are dropped,
 * and half a surrogate pair becomes U+FFFD.
 */
export function printable(text: string): string {
  return text.replace(hidden, "").toWellFormed();
}
